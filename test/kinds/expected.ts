/** @file What each answer deserves, as a student reads it. */
const expected: Record<string, Record<string, string>> = {
  algorithm: {
    "right.ts": "1 of 1, right: 8 cases hold: 4 edge cases, 4 random inputs",
    "wrong-ignores-cycles.ts":
      "0 of 1, wrong: this graph has a cycle, so no order exists: throw an Error (a cycle)",
    "wrong-isolated.ts":
      "0 of 1, wrong: 3 nodes are expected, each once; you list 2, 2 of them different (a node without edges)",
  },
  class: {
    "right.ts": "2 of 2, right: 4 cases hold: 4 random inputs",
    "wrong-ignores-dz.ts":
      "0.33 of 2, partly (missing-factor): the gradient of product is not multiplied by dz (first seen in dMul[0])",
    "wrong-not-swapped.ts":
      "1.33 of 2, partly (swapped-mul): dMul is not swapped: each input of a product is multiplied by the other one",
  },
  differences: {
    "right.ts": "2 of 2, right: 4 cases hold: 4 random inputs",
    "wrong-coarse.ts":
      "0.67 of 2, partly: gradient[0] is 2.62988; the checked value is 2.62878 (random input 3: x = [0.942755, 1.91908, 1.32227], c = [1.02405, 0.684267, 0.91494])",
    "wrong-over-h.ts":
      "0.67 of 2, partly (factor-2): gradient is twice what it should be: look for a factor 2 too many",
  },
  dual: {
    "right.ts": "3 of 3, right: 4 cases hold: 4 random inputs",
    "wrong-max-without-tangent.ts":
      "1 of 3, partly: du is -0.151932; the checked value is -3.4042 (random input 1)",
    "wrong-product-rule.ts": "1 of 3, partly (all-zeros): every number in du is 0",
  },
  engine: {
    "right.ts":
      "4 of 4, right: 6 cases hold: 2 edge cases (a product of a node with itself; a diamond), 4 random inputs",
    "wrong-depth-first.ts":
      "1.33 of 4, partly (missing-path): a quantity that is used twice hands on its gradient before all of it is there, and the rest is lost: go back in the reverse order of the computation (first seen in grads[1])",
    "wrong-overwrites.ts":
      "1.33 of 4, partly: grads[0] is 0.540302; the checked value is 0.982263 (random input 2)",
  },
  formula: {
    "right.ts": "1 of 1, right: every answer is right",
    "wrong-natural-log.ts":
      "0.5 of 1, partly (log-base): 1/u is the slope of the natural logarithm; log10 has another factor",
    "wrong-unknown-name.ts":
      '0.5 of 1, partly: dSigmoid: "sigma" is not known here; use s, sin, cos, exp, ln, log10, tanh, sqrt, abs, max',
  },
  gradient: {
    "right.ts": "3 of 3, right: 5 cases hold: 1 edge case (one hidden unit), 4 random inputs",
    "wrong-sign-at-the-start.ts":
      "2.5 of 3, partly (sign): dF has the opposite sign everywhere: look for a difference taken the other way round, or a minus that was lost",
    "wrong-slope-at-output.ts":
      "2.5 of 3, partly (act-deriv-at-output): going back through h = tanh(z), the slope is asked at the output; it belongs to the input (first seen in dZ)",
    "wrong-transposed.ts":
      "2.5 of 3, partly (transposed): dW holds the right numbers, but rows and columns are swapped: the factors of a product stand the other way round",
  },
  jacobian: {
    "right.ts": "2 of 2, right: 4 cases hold: 4 random inputs",
    "wrong-diagonal-only.ts":
      "0 of 2, wrong (diag-only): in the Jacobian of y = softmax((W @ x)), the entries beside the diagonal are missing: every z moves every p",
    "wrong-transposed.ts":
      "0 of 2, wrong (transposed): J holds the right numbers, but rows and columns are swapped: the factors of a product stand the other way round",
  },
  quiz: {
    "right.ts": "1 of 1, right: every answer is right",
    "wrong-huber.ts": '0.33 of 1, partly: huber is "kink", which is not right',
    "wrong-type.ts": '0.67 of 1, partly: slope is "0.8125"; a number is expected',
  },
  training: {
    "right.ts": "2 of 2, right: 4 cases hold: 4 random inputs",
    "wrong-constant.ts": "1 of 2, partly: 41 % of the new points are right (random input 4)",
    "wrong-frozen.ts": "0 of 2, wrong: 31 % of the new points are right (random input 4)",
  },
};
export default expected;
