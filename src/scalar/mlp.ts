/** @file A network of Values, in the shape that A. Karpathy's micrograd made known: neurons, layers of them, an MLP. */
import type { Rng } from "../data/random.ts";
import { type Scalar, Value } from "./value.ts";

/** relu(w·x + b), or w·x + b where it is linear. */
export class Neuron {
  readonly w: readonly Value[];
  readonly b = new Value(0);
  readonly linear: boolean;

  /** Weights begin anywhere in [−1, 1), the bias at 0. */
  constructor(inputs: number, rng: Rng, linear = false) {
    this.w = Array.from({ length: inputs }, () => new Value(2 * rng() - 1));
    this.linear = linear;
  }
  /**
   * @param x as many numbers as there are weights
   * @throws {RangeError} if there are more or fewer
   */
  apply(x: readonly Scalar[]): Value {
    return this.activate(Value.dot(this.w, x, this.b));
  }
  /** relu(z), or z where it is linear. */
  activate(z: Value): Value {
    return this.linear ? z : z.relu();
  }
  /** The weights, then the bias. */
  parameters(): Value[] {
    return [...this.w, this.b];
  }
}

/** Neurons that see the same inputs. */
export class NeuronLayer {
  readonly neurons: readonly Neuron[];
  /** The weights of each neuron. */
  private readonly W: readonly (readonly Value[])[];
  private readonly b: readonly Value[];

  constructor(inputs: number, outputs: number, rng: Rng, linear = false) {
    this.neurons = Array.from({ length: outputs }, () => new Neuron(inputs, rng, linear));
    this.W = this.neurons.map(({ w }) => w);
    this.b = this.neurons.map(({ b }) => b);
  }
  /** One number from each neuron. */
  apply(x: readonly Scalar[]): Value[] {
    const sums = Value.affine(this.W, x, this.b);
    return this.neurons.map((neuron, i) => neuron.activate(sums[i]!));
  }
  /** Those of all neurons, one neuron after the other. */
  parameters(): Value[] {
    return this.neurons.flatMap((neuron) => neuron.parameters());
  }
}

/**
 * A multi-layer perceptron: ReLU in all layers but the last, which is linear.
 *
 *     const network = new MLP(2, [16, 16, 1], mulberry32(1)); // 337 parameters
 *     const [score] = network.apply([0.5, -1]);
 */
export class MLP {
  readonly layers: readonly NeuronLayer[];

  /** @param outputs of each layer; the last is what apply() gives */
  constructor(inputs: number, outputs: readonly number[], rng: Rng) {
    this.layers = outputs.map(
      (size, l) => new NeuronLayer(outputs[l - 1] ?? inputs, size, rng, l === outputs.length - 1),
    );
  }
  /**
   * The numbers of the last layer.
   *
   * @throws {RangeError} if x does not have as many numbers as the network has inputs
   */
  apply(x: readonly Scalar[]): Value[] {
    return this.layers.reduce<readonly Scalar[]>((h, layer) => layer.apply(h), x) as Value[];
  }
  /** Those of all layers, first layer first. */
  parameters(): Value[] {
    return this.layers.flatMap((layer) => layer.parameters());
  }
}
