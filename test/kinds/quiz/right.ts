export function quiz(): { abs: string; huber: string; slope: number } {
  return { abs: "kink", huber: "smooth", slope: 0.8125 };
}
