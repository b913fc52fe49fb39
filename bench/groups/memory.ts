/** @file memory: bytes per node that a scalar graph keeps alive, all its nodes held, as a share of what the port keeps. */
import { mulberry32, Value } from "gradbook";
import { MicrogradValue } from "../micrograd.ts";

const [WIDTH, LAYERS] = [1024, 32];

/** S1's graph, with every node in a list; the sweep is done. */
function nodes(make: (x: number) => Value): Value[] {
  const rng = mulberry32(7);
  const any = () => Math.floor(rng() * WIDTH);
  let layer = Array.from({ length: WIDTH }, () => make(2 * rng() - 1));
  const all = [...layer];
  for (let l = 0; l < LAYERS; l++) {
    const below = layer;
    layer = below.map((x) => {
      const product = x.mul(below[any()]!);
      const sum = product.add(below[any()]!);
      const y = sum.tanh();
      all.push(product, sum, y);
      return y;
    });
  }
  let total = layer[0]!;
  for (const y of layer.slice(1)) {
    total = total.add(y);
    all.push(total);
  }
  total.backward();
  return all;
}

function bytesPerNode(make: (x: number) => Value): number {
  const used = () => {
    globalThis.gc!();
    globalThis.gc!();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return heapUsed + arrayBuffers;
  };
  // What the compiler keeps for itself is there before it is counted.
  for (let i = 0; i < 3; i++) nodes(make);
  const first = nodes(make);
  const before = used();
  const second = nodes(make);
  const bytes = used() - before;
  // Both are held until here, so that the second has a page of its own.
  if (first.length !== second.length) throw new Error("the graphs differ");
  return bytes / second.length;
}

const ours = bytesPerNode((x) => new Value(x));
const port = bytesPerNode((x) => new MicrogradValue(x) as unknown as Value);
console.log(JSON.stringify({ ratio: ours / port, times: { ours, port } }));
