/** @file Each mend of the kernel does what it says, and is still needed. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Kernel } from "./kernel.ts";
import { mendNames, ours, withoutMend } from "./kernelspec.ts";
import { mends } from "./mends.ts";

const timeout = 60_000;

it("knows every mend of the launcher", () => {
  expect(Object.keys(mends).sort()).toEqual(mendNames().sort());
});

describe("the mended kernel", () => {
  let kernel: Kernel;
  beforeAll(async () => {
    kernel = await Kernel.start(ours, import.meta.dirname);
  }, timeout);
  afterAll(() => kernel.stop());

  for (const [name, { claim, observe, mended }] of Object.entries(mends)) {
    it(`${name}: ${claim}`, { timeout }, async () => {
      expect(await observe(kernel, ours)).toEqual(mended);
      await new Promise((resolve) => setTimeout(resolve, 300)); // requests are aborted for a moment after an error
    });
  }
});

describe("the kernel without the mend", () => {
  for (const [name, { claim, observe, mended }] of Object.entries(mends)) {
    it(`${name} does not show that ${claim}`, { timeout }, async () => {
      const spec = withoutMend(name);
      const kernel = await Kernel.start(spec, import.meta.dirname);
      try {
        const seen = await observe(kernel, spec).catch((error: Error) => error.message);
        expect(seen).not.toEqual(mended);
      } finally {
        await kernel.stop();
        spec.remove();
      }
    });
  }
});
