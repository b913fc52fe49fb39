export function quiz() {
  return { abs: "kink", huber: "smooth", slope: "0.8125" };
}
