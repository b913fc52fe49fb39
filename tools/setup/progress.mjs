/** @file Long steps show that they are alive. */

/**
 * Says what is being done, and every now and then for how long.
 * @template T
 * @param {string} text
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(text, work) {
  const started = Date.now();
  const terminal = process.stdout.isTTY;
  const seconds = () => `${Math.round((Date.now() - started) / 1000)} s`;
  const tell = () => process.stdout.write(terminal ? `\r${text} … ${seconds()}` : `  … ${seconds()}\n`);
  process.stdout.write(terminal ? `${text} …` : `${text} …\n`);
  const timer = setInterval(tell, terminal ? 1000 : 15_000);
  try {
    const result = await work();
    process.stdout.write(terminal ? `\r${text}: done in ${seconds()}\n` : `  done in ${seconds()}\n`);
    return result;
  } catch (error) {
    if (terminal) process.stdout.write("\n");
    throw error;
  } finally {
    clearInterval(timer);
  }
}
