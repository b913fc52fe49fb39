/** @file Sets up what is missing, and opens the lessons in JupyterLab. Node's own modules only. */
import { mkdirSync } from "node:fs";
import path from "node:path";
import { openBrowser } from "./browser.mjs";
import { ensureJupyterLab } from "./jupyterlab.mjs";
import { requireKernel } from "./kernel.mjs";
import { startKernelAhead, startLab } from "./lab.mjs";
import { chooseLesson, handOutLessons } from "./lessons.mjs";
import { alone } from "./lock.mjs";
import { readOptions } from "./options.mjs";
import { ensurePackages } from "./packages.mjs";
import { freePort } from "./port.mjs";

const root = path.resolve(import.meta.dirname, "../..");

/** @param {string[]} args, @returns {Promise<void>} when JupyterLab has ended */
export async function start(args) {
  const options = readOptions(args);
  if (options.port !== undefined) await freePort(options.port); // before the long steps
  mkdirSync(path.join(root, ".jupyter"), { recursive: true });
  const command = await alone(path.join(root, ".jupyter/setup.lock"), async () => {
    await ensurePackages(root);
    requireKernel(root);
    for (const sentence of handOutLessons(root, new Date())) console.log(sentence);
    return ensureJupyterLab(root, process.env);
  });
  const notebook = chooseLesson(root, options.lesson);
  const lab = await startLab({ root, command, port: await freePort(options.port), notebook });
  await startKernelAhead(lab, notebook);
  const address = `${lab.url}lab/tree/${notebook}?reset&token=${lab.token}`;
  console.log(
    `\nThe lessons are open at\n  ${address}\nYour notebooks are in work/. Ctrl-C ends JupyterLab.`,
  );
  if (options.browser) openBrowser(address);
  await lab.ended;
}
