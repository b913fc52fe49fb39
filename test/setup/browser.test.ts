import { basename } from "node:path";
import { expect, it } from "vitest";
import { findBrowser, installBrowser } from "../../tools/suite/browser.mjs";
import { onlyWith } from "./sandbox.ts";

const sudo = 'shift; exec "$@"';

it.each(["google-chrome", "chromium", "chromium-browser"])("finds %s", (name) => {
  expect(basename(findBrowser(onlyWith({ [name]: "" })) ?? "")).toBe(name);
});

it("installs Debian's chromium", async () => {
  const apt = '[ "$1" = update ] || : > "$(dirname "$0")/chromium"';
  const env = onlyWith({ sudo, "apt-get": apt });
  expect(basename(await installBrowser(env))).toBe("chromium");
});

it("says what keeps it from being installed", async () => {
  const env = onlyWith({ sudo, "apt-get": 'echo "E: Unable to fetch some archives" >&2; exit 100' });
  await expect(installBrowser(env)).rejects.toThrow(
    "chromium could not be installed; apt-get says: E: Unable to fetch some archives",
  );
});
