/** @file The Chrome or Chromium that the end-to-end test drives. */
import { existsSync } from "node:fs";
import path from "node:path";
import { Problem } from "../setup/problem.mjs";
import { step } from "../setup/progress.mjs";
import { lastLine, run } from "../setup/run.mjs";

const names = ["google-chrome", "google-chrome-stable", "chromium", "chromium-browser"];
const onMac = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

/** @param {NodeJS.ProcessEnv} env, @returns {string | undefined} its path */
export function findBrowser(env) {
  const folders = (env["PATH"] ?? "").split(path.delimiter);
  const files = folders.flatMap((folder) => names.map((name) => path.join(folder, name)));
  return [...files, onMac].find((file) => existsSync(file));
}

/**
 * Debian's package.
 * @param {NodeJS.ProcessEnv} env, @returns {Promise<string>} its path
 */
export async function installBrowser(env) {
  const root = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  const quiet = { ...env, DEBIAN_FRONTEND: "noninteractive" };
  await step("Installing chromium", async () => {
    for (const args of [["update"], ["install", "-y", "--no-install-recommends", "chromium"]]) {
      const { code, output } = await run([...root, "apt-get", ...args], { env: quiet });
      if (code !== 0)
        throw new Problem(`chromium could not be installed; apt-get says: ${lastLine(output) || "nothing"}`);
    }
  });
  const browser = findBrowser(env);
  if (!browser) throw new Problem("chromium was installed, but it is not on the PATH.");
  return browser;
}
