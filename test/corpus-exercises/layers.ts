/** @file Single layers with an upstream gradient, Jacobians, and one step of momentum. */
import { batch } from "./batch.ts";
import { solve } from "./exercise.ts";

export const linear = solve("Y = XW + b, upstream G", {
  input: (d) => {
    const { n, sizes } = batch(d, 2);
    const [features, outputs] = sizes as [number, number];
    return { X: d.mat(n, features), W: d.mat(features, outputs), b: d.vec(outputs), G: d.mat(n, outputs) };
  },
  model: (p, { of }) => {
    const [X, W, b] = [of(p.X), of(p.W), of(p.b)];
    const Y = X.matmul(W).add(b);
    return { X, W, b, Y, loss: Y.mul(of(p.G)).sum() };
  },
  parts: ({ gradient }) => ({ X: gradient("X"), W: gradient("W"), b: gradient("b") }),
});

export const relu = solve("Y = relu(X), upstream G", {
  input: (d) => {
    const { n, sizes } = batch(d, 1);
    return { X: d.mat(n, sizes[0]!), G: d.mat(n, sizes[0]!) };
  },
  model: (p, { of }) => {
    const X = of(p.X);
    const Y = X.relu();
    return { X, Y, loss: Y.mul(of(p.G)).sum() };
  },
  parts: ({ gradient }) => ({ X: gradient("X") }),
});

export const jacElem = solve("y = exp(−x²), entry by entry", {
  input: (d) => ({ x: d.vec(d.int(3, 5), -1.5, 1.5) }),
  model: (p, { of }) => {
    const x = of(p.x);
    return { x, y: x.square().neg().exp() };
  },
  parts: ({ jacobian }) => ({ J: jacobian("y", "x") }),
});

export const jacLinear = solve("y = Ax", {
  input: (d) => {
    const [rows, columns] = d.sizes(2) as [number, number];
    return { A: d.mat(rows, columns, -3, 3), x: d.vec(columns) };
  },
  model: (p, { of }) => {
    const [A, x] = [of(p.A), of(p.x)];
    return { x, y: A.matmul(x) };
  },
  parts: ({ jacobian }) => ({ J: jacobian("y", "x") }),
});

export const jacAffineTanh = solve("y = tanh(Ax + b)", {
  input: (d) => {
    const [rows, columns] = d.sizes(2) as [number, number];
    return { A: d.mat(rows, columns), x: d.vec(columns), b: d.vec(rows) };
  },
  model: (p, { of }) => {
    const [A, x, b] = [of(p.A), of(p.x), of(p.b)];
    const z = A.matmul(x).add(b);
    return { x, z, y: z.tanh() };
  },
  parts: ({ jacobian }) => ({ J: jacobian("y", "x") }),
});

export const jacSoftmax = solve("p = softmax(z)", {
  input: (d) => ({ z: d.vec(d.int(3, 5), -2, 2) }),
  model: (given, { of }) => {
    const z = of(given.z);
    return { z, p: z.softmax() };
  },
  parts: ({ jacobian }) => ({ J: jacobian("p", "z") }),
});

export const momentum = solve("v' = μv + g, θ' = θ − lr·v'", {
  input: (d) => {
    const n = d.int(2, 4);
    return { theta: d.vec(n), v: d.vec(n), g: d.vec(n), lr: d.real(0.05, 0.4), mu: d.real(0.5, 0.95) };
  },
  model: (p, { of }) => {
    const v = of(p.v).mul(p.mu).add(of(p.g));
    return { v, theta: of(p.theta).sub(v.mul(p.lr)) };
  },
  parts: ({ value }) => ({ theta: value("theta"), v: value("v") }),
});
