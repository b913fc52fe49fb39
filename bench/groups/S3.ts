/** @file S3: a chain of additions, a million long against ten thousand, per node; on the default stack. */
import { Value } from "gradbook";
import { race, report } from "../race.ts";

const chain = (length: number) => () => {
  const x = new Value(1);
  let y = x;
  for (let i = 0; i < length; i++) y = y.add(x);
  y.backward();
  if (x.grad !== length + 1) throw new Error(`the gradient of a chain of ${length} is ${x.grad}`);
};
const times = race([
  { name: "1e4", run: chain(1e4) },
  { name: "1e6", run: chain(1e6) },
]);
report(times, "1e6", "1e4", 1e4 / 1e6);
