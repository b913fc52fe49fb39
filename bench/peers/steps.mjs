// @ts-nocheck: the types come with the packages, which may not be there.
/** @file The training step of M2, written with other libraries. Each gives a function that makes a step and returns its loss. */
import { createRequire } from "node:module";
import path from "node:path";

const here = createRequire(path.join(process.cwd(), "bench", "peers", "package.json"));
/** The package, or undefined if it is not installed. */
function installed(name) {
  try {
    return here(name);
  } catch {
    return undefined;
  }
}
const oneHot = (classes, k) => Float32Array.from(classes.flatMap((right) => row(k, right)));
const row = (k, right) => Array.from({ length: k }, (_, j) => (j === right ? 1 : 0));

/** W in columns, as these libraries multiply: (inputs, outputs). */
function columns(W, outputs, inputs) {
  return Float32Array.from(
    { length: W.length },
    (_, i) => W[(i % outputs) * inputs + Math.floor(i / outputs)],
  );
}

/** Eager, on the backend "cpu" or "wasm". */
export async function tfjs({ sizes, batch, W, b, X, classes, lr }, backend) {
  const tf = installed("@tensorflow/tfjs");
  if (!tf || !installed("@tensorflow/tfjs-backend-wasm")) return undefined;
  tf.env().set("PROD", true); // Without its advice to install something else.
  await tf.setBackend(backend);
  await tf.ready();
  const weights = W.map((w, l) =>
    tf.variable(tf.tensor2d(columns(w, sizes[l + 1], sizes[l]), [sizes[l], sizes[l + 1]])),
  );
  const biases = b.map((bias) => tf.variable(tf.tensor1d(Float32Array.from(bias))));
  const x = tf.tensor2d(Float32Array.from(X), [batch, sizes[0]]);
  const right = tf.tensor2d(oneHot(classes, sizes.at(-1)), [batch, sizes.at(-1)]);
  const loss = () => {
    const logits = weights.reduce((h, w, l) => {
      const z = tf.add(tf.matMul(h, w), biases[l]);
      return l < weights.length - 1 ? tf.relu(z) : z;
    }, x);
    return tf.losses.softmaxCrossEntropy(right, logits);
  };
  const descend = tf.train.sgd(lr);
  return () => {
    const value = descend.minimize(loss, true);
    const number = value.dataSync()[0];
    value.dispose();
    return number;
  };
}

/** The whole step compiled by jit, on WebAssembly. */
export async function jax({ sizes, batch, W, b, X, classes, lr }) {
  globalThis.navigator ??= {}; // It asks for one, which Node 20 lacks.
  const lib = installed("@jax-js/jax");
  if (!lib) return undefined;
  await lib.init("wasm");
  const { numpy, tree, nn } = lib;
  const array = (data, ...shape) => numpy.array(Float32Array.from(data)).reshape(shape);
  let parameters = {
    w: W.map((w, l) => array(columns(w, sizes[l + 1], sizes[l]), sizes[l], sizes[l + 1])),
    b: b.map((bias) => array(bias, bias.length)),
  };
  const x = array(X, batch, sizes[0]);
  const right = array(oneHot(classes, sizes.at(-1)), batch, sizes.at(-1));
  const loss = (p, inputs, targets) => {
    const logits = p.w.reduce((h, w, l) => {
      const z = numpy.matmul(h, w).add(p.b[l]);
      return l < p.w.length - 1 ? nn.relu(z) : z;
    }, inputs);
    return numpy.sum(nn.logSoftmax(logits).mul(targets)).mul(-1 / batch);
  };
  const lossAndGrad = lib.valueAndGrad(loss);
  const step = lib.jit((p, inputs, targets) => {
    const [value, g] = lossAndGrad(tree.ref(p), inputs, targets);
    const descend = (theta, slope) => theta.sub(slope.mul(lr));
    return [value, { w: p.w.map((w, l) => descend(w, g.w[l])), b: p.b.map((c, l) => descend(c, g.b[l])) }];
  });
  return () => {
    const [value, next] = step(parameters, x.ref, right.ref);
    parameters = next;
    for (const w of next.w) w.ref.dataSync();
    return value.js();
  };
}
