/** @file Starts JupyterLab with the lessons' kernel and settings, and nothing of the user's own. */
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { closeSync, cpSync, openSync, readFileSync } from "node:fs";
import path from "node:path";
import { Problem } from "./problem.mjs";

/** A slow machine takes ten seconds. */
const patienceMs = 120_000;

/**
 * @typedef {object} Lab
 * @property {string} url with a slash at the end
 * @property {string} token
 * @property {number} pid
 * @property {Promise<unknown>} ended
 */

/**
 * The server and its kernels end with this process, and with Ctrl-C.
 * @param {{ root: string, command: readonly string[], port: number, notebook: string }} options
 * @returns {Promise<Lab>} once the server answers
 * @throws {Problem} if it ends before
 */
export async function startLab({ root, command, port, notebook }) {
  const state = path.join(root, ".jupyter");
  cpSync(path.join(root, "tools/jupyter/config"), path.join(state, "config"), { recursive: true });
  const token = randomBytes(24).toString("hex");
  const logFile = path.join(state, "lab.log");
  const log = openSync(logFile, "w", 0o600); // it tells the token
  const [executable = "", ...args] = command;
  const server = spawn(executable, [...args, ...options(root, port, notebook)], {
    env: environment(root, token),
    stdio: ["ignore", log, log],
    detached: process.platform !== "win32", // else Ctrl-C reaches the server too, and it asks a question
  });
  closeSync(log);
  const ended = once(server, "exit").catch(() => {}); // an error where it cannot be started
  let over = false;
  ended.then(() => {
    over = true;
  });
  endWithUs(server);

  const url = `http://127.0.0.1:${port}/`;
  const deadline = Date.now() + patienceMs;
  while (!(await answers(url, token))) {
    if (over || Date.now() > deadline) {
      throw new Problem(`JupyterLab did not start; the end of ${logFile} says:\n${tail(logFile)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return { url, token, pid: server.pid ?? 0, ended };
}

/** @param {import("node:child_process").ChildProcess} server */
function endWithUs(server) {
  const stop = () => server.kill("SIGTERM");
  process.on("exit", stop);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, stop);
}

/** @param {string} root, @param {number} port, @param {string} notebook */
function options(root, port, notebook) {
  return [
    "--no-browser",
    `--port=${port}`,
    "--ServerApp.ip=127.0.0.1",
    "--ServerApp.port_retries=0",
    `--ServerApp.root_dir=${path.join(root, "work")}`,
    `--LabApp.default_url=/lab/tree/${notebook}`,
    ...(process.getuid?.() === 0 ? ["--allow-root"] : []),
  ];
}

/** @param {string} root, @param {string} token */
function environment(root, token) {
  const state = path.join(root, ".jupyter");
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("JUPYTER")));
  return {
    ...env,
    PATH: [path.dirname(process.execPath), env["PATH"]].join(path.delimiter), // the kernel runs with this Node
    JUPYTER_TOKEN: token,
    JUPYTER_PATH: path.join(root, "tools/jupyter"),
    JUPYTER_CONFIG_DIR: path.join(state, "config"),
    JUPYTER_DATA_DIR: path.join(state, "data"),
    JUPYTER_RUNTIME_DIR: path.join(state, "runtime"),
    JUPYTERLAB_SETTINGS_DIR: path.join(state, "settings"),
    JUPYTERLAB_WORKSPACES_DIR: path.join(state, "workspaces"),
    IPYTHONDIR: path.join(state, "ipython"), // the server loads IPython, which makes a folder
  };
}

/** @param {string} url, @param {string} token */
async function answers(url, token) {
  try {
    return (await fetch(`${url}api/status`, { headers: { Authorization: `token ${token}` } })).ok;
  } catch {
    return false;
  }
}

/** @param {string} file */
const tail = (file) => readFileSync(file, "utf8").trim().split("\n").slice(-5).join("\n");

/**
 * Starts the notebook's kernel while the page loads; JupyterLab takes that session over.
 * @param {Lab} lab, @param {string} notebook
 */
export async function startKernelAhead({ url, token }, notebook) {
  const session = { path: notebook, name: notebook, type: "notebook", kernel: { name: "tslab" } };
  const response = await fetch(`${url}api/sessions`, {
    method: "POST",
    headers: { Authorization: `token ${token}`, "Content-Type": "application/json" },
    body: JSON.stringify(session),
  });
  if (!response.ok)
    throw new Problem(`The notebook kernel did not start; JupyterLab says: ${await response.text()}`);
}
