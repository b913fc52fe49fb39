export function quiz(): { abs: string; huber: string; slope: number } {
  return { abs: "kink", huber: "kink", slope: 0.75 };
}
