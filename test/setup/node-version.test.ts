import { expect, it } from "vitest";
import { requireNode } from "../../tools/setup/node-version.mjs";

it.each(["v20.19.0", "v20.20.2", "v22.12.0", "v22.21.1", "v23.0.0", "v24.1.0", "v30.0.0"])(
  "%s will do",
  (version) => {
    expect(() => requireNode(version)).not.toThrow();
  },
);

it.each(["v16.20.2", "v18.20.4", "v20.18.3", "v21.7.3", "v22.11.0"])("%s is too old", (version) => {
  expect(() => requireNode(version)).toThrow(
    /^gradbook needs Node 20.19, 22.12 or later, and this is Node \d/,
  );
});
