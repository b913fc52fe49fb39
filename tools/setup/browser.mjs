/** @file Opens an address in the user's browser, where there is one. */
import { spawn } from "node:child_process";

/** @param {string} address */
export function openBrowser(address) {
  const [executable, ...args] = opener();
  if (executable === undefined) return;
  const child = spawn(executable, [...args, address], { stdio: "ignore", detached: true });
  child.on("error", () => {}); // the address is printed anyway
  child.unref();
}

/** Without a display, xdg-open would put a text browser into this terminal. */
function opener() {
  if (process.platform === "darwin") return ["open"];
  if (process.platform === "win32") return ["rundll32", "url.dll,FileProtocolHandler"];
  return process.env["DISPLAY"] || process.env["WAYLAND_DISPLAY"] ? ["xdg-open"] : [];
}
