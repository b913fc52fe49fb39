/** @file size: scalars, tensors and transforms as one minified bundle, gzipped, in KB; it must need no package. */
import { gzipSync } from "node:zlib";
import { buildSync } from "esbuild";

const { outputFiles, metafile } = buildSync({
  stdin: {
    contents: `
      export { Value, zeroGrad } from "./src/scalar/value.ts";
      export { Tensor, tensor, variable } from "./src/tensor/tensor.ts";
      export * from "./src/tensor/functions.ts";
      export { grad, jvp, valueAndGrad, vjp } from "./src/transforms/grad.ts";
      export { hessian, jacobian } from "./src/transforms/jacobian.ts";
      export { Dual } from "./src/transforms/dual.ts";`,
    resolveDir: process.cwd(),
  },
  bundle: true,
  minify: true,
  charset: "utf8",
  format: "esm",
  write: false,
  metafile: true,
});
const packages = Object.keys(metafile.inputs).filter((file) => file.includes("node_modules/"));
if (packages.length > 0) throw new Error(`the bundle needs ${packages.join(", ")}`);
console.log(JSON.stringify({ ratio: gzipSync(outputFiles[0]!.contents, { level: 9 }).length / 1024 }));
