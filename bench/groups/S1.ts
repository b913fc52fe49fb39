/** @file S1: a scalar graph of 100,000 nodes, built and swept, against the micrograd port. */
import { mulberry32, Value } from "gradbook";
import { agree } from "../agree.ts";
import { MicrogradValue } from "../micrograd.ts";
import { race, report } from "../race.ts";

/** A class with the methods that the graph uses. */
interface Node {
  readonly data: number;
  readonly grad: number;
  add(o: this): this;
  mul(o: this): this;
  tanh(): this;
  backward(): void;
}
const WIDTH = 1024;
const LAYERS = 32;

const rng = mulberry32(7);
const leaves = Array.from({ length: WIDTH }, () => 2 * rng() - 1);
const partners = Array.from({ length: LAYERS }, () =>
  Array.from({ length: WIDTH }, () => [Math.floor(rng() * WIDTH), Math.floor(rng() * WIDTH)] as const),
);

/** Layers of tanh(a·b + c) with random b and c, so that numbers are used more than once; 3 nodes a unit. */
const build = (make: string) =>
  new Function(
    "leaves",
    "partners",
    "C",
    `/* ${make}: code of its own, so that contenders do not share type feedback */
     const first = leaves.map((x) => new C(x));
     let layer = first;
     for (const pairs of partners) layer = layer.map((x, i) => x.mul(layer[pairs[i][0]]).add(layer[pairs[i][1]]).tanh());
     let sum = layer[0];
     for (let i = 1; i < layer.length; i++) sum = sum.add(layer[i]);
     sum.backward();
     return { sum, first };`,
  ) as (l: unknown, p: unknown, C: unknown) => { sum: Node; first: Node[] };

const [ours, port] = [build("ours"), build("port")];
const runs = {
  gradbook: () => ours(leaves, partners, Value),
  micrograd: () => port(leaves, partners, MicrogradValue),
};
const numbers = ({ sum, first }: { sum: Node; first: Node[] }) => [sum.data, ...first.map((x) => x.grad)];
agree(numbers(runs.gradbook()), numbers(runs.micrograd()));

const times = race([
  { name: "gradbook", run: runs.gradbook },
  { name: "micrograd", run: runs.micrograd },
]);
report(times, "micrograd", "gradbook");
