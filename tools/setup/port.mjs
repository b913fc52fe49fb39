/** @file A port for JupyterLab. */
import { once } from "node:events";
import { createServer } from "node:net";
import { Problem } from "./problem.mjs";

/**
 * @param {number} [wanted]
 * @returns {Promise<number>} the wanted port, or any that is free
 * @throws {Problem} if the wanted port cannot be had
 */
export async function freePort(wanted) {
  const server = createServer();
  try {
    server.listen(wanted ?? 0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    return typeof address === "object" && address ? address.port : 0;
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    const why = code === "EADDRINUSE" ? "is taken by another program" : `cannot be used (${code})`;
    throw new Problem(`Port ${wanted} ${why}: choose another one with --port, or leave --port out.`);
  } finally {
    server.close();
  }
}
