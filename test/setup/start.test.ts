/** @file The rest of `npm start`: its options, port, lock, kernel and server. */
import { execFile } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { promisify } from "node:util";
import { describe, expect, it, onTestFinished } from "vitest";
import { requireKernel } from "../../tools/setup/kernel.mjs";
import { startLab } from "../../tools/setup/lab.mjs";
import { alone } from "../../tools/setup/lock.mjs";
import { readOptions } from "../../tools/setup/options.mjs";
import { freePort } from "../../tools/setup/port.mjs";
import { newFolder, write } from "./sandbox.ts";

const repository = path.resolve(import.meta.dirname, "../..");

async function takenPort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  onTestFinished(() => void server.close());
  await once(server, "listening");
  return (server.address() as { port: number }).port;
}

describe("options", () => {
  it("are a lesson, a port and no browser", () => {
    expect(readOptions(["--no-browser", "--port", "9000", "--lesson", "02"])).toEqual({
      browser: false,
      port: 9000,
      lesson: "02",
    });
    expect(readOptions([])).toEqual({ browser: true });
  });

  it.each([
    [
      ["--nobrowser"],
      "Unknown option '--nobrowser'. npm start knows: -- --lesson 02, --port 8888, --no-browser",
    ],
    [["--port", "many"], "--port takes a number from 1 to 65535, not many."],
    [["02"], "Unexpected argument '02'. npm start knows: -- --lesson 02, --port 8888, --no-browser"],
  ])("%j is refused in a sentence", (args, sentence) => {
    expect(() => readOptions(args)).toThrow(sentence);
  });
});

describe("a port that is taken", () => {
  it("is refused in a sentence", async () => {
    const port = await takenPort();
    await expect(freePort(port)).rejects.toThrow(
      `Port ${port} is taken by another program: choose another one with --port, or leave --port out.`,
    );
  });

  it("is all that `npm start` prints", async () => {
    const port = await takenPort();
    const start = promisify(execFile)(process.execPath, ["tools/start.mjs", "--port", `${port}`], {
      cwd: repository,
    });
    const { stdout, stderr, code } = await start.catch((error) => error);
    expect({ stdout, stderr, code }).toEqual({
      stdout: "",
      stderr: `\nPort ${port} is taken by another program: choose another one with --port, or leave --port out.\n`,
      code: 1,
    });
  });
});

describe("alone", () => {
  it("refuses a second set-up while the first runs", async () => {
    const file = path.join(newFolder(), "setup.lock");
    await alone(file, async () => {
      await expect(alone(file, async () => {})).rejects.toThrow(
        /^gradbook is being set up by another command/,
      );
    });
    expect(existsSync(file)).toBe(false);
  });

  it.each([
    ["is no more", 999_999_999, new Date()],
    ["was killed long ago, and its number now belongs to another", process.pid, new Date("2026-01-01")],
  ])("passes over the lock of a process that %s", async (_, pid, heldAt) => {
    const file = path.join(newFolder(), "setup.lock");
    writeFileSync(file, String(pid));
    utimesSync(file, heldAt, heldAt);
    expect(await alone(file, async () => "done")).toBe("done");
  });
});

describe("requireKernel", () => {
  it("is content with this repository", () => {
    expect(() => requireKernel(repository)).not.toThrow();
  });

  it("says that the kernel is not there", () => {
    expect(() => requireKernel(newFolder())).toThrow(/^The notebook kernel is incomplete, .* is missing/);
  });

  it("says that tslab is not installed", () => {
    const root = newFolder();
    write(root, {
      "tools/jupyter/kernels/tslab/kernel.json": "",
      "tools/jupyter/kernels/tslab/launch.cjs": "",
    });
    expect(() => requireKernel(root)).toThrow(/^The notebook kernel cannot load tslab/);
  });
});

describe("startLab", () => {
  /** Runs a script in the place of JupyterLab. */
  const start = async (script: string) => {
    const root = newFolder();
    write(root, {
      "lab.cjs": script,
      "tools/jupyter/config/jupyter_server_config.json": "{}",
      ".jupyter/x": "",
    });
    const command = [process.execPath, path.join(root, "lab.cjs")];
    const lab = await startLab({ root, command, port: await freePort(), notebook: "01-slopes.ipynb" });
    return { root, lab };
  };

  it("says what a server that ends at once has said", async () => {
    await expect(start('console.error("no module named jupyterlab"); process.exit(1);')).rejects.toThrow(
      /^JupyterLab did not start; the end of .*lab\.log says:\nno module named jupyterlab$/,
    );
  });

  it("gives the server nothing of the user's own Jupyter", async () => {
    process.env["JUPYTER_CONFIG_PATH"] = "/home/ada/.jupyter";
    onTestFinished(() => {
      delete process.env["JUPYTER_CONFIG_PATH"];
    });
    const { root, lab } = await start(
      `
      const names = Object.keys(process.env).filter((name) => name.startsWith("JUPYTER"));
      require("fs").writeFileSync("ENV", JSON.stringify(names.map((name) => [name, process.env[name]])));
      const port = Number(process.argv.find((arg) => arg.startsWith("--port=")).slice(7));
      require("http").createServer((_, response) => response.end("{}")).listen(port, "127.0.0.1");
    `.replace('"ENV"', "__dirname + '/env.json'"),
    );
    process.kill(lab.pid);
    await lab.ended;
    const env = JSON.parse(readFileSync(path.join(root, "env.json"), "utf8")) as [string, string][];
    for (const [name, value] of env) if (name !== "JUPYTER_TOKEN") expect(value.startsWith(root)).toBe(true);
    expect(env.map(([name]) => name)).toContain("JUPYTER_CONFIG_DIR");
  });
});
