/** @file Jupyter's wire protocol: messages as signed frames. */
import { createHmac, randomUUID } from "node:crypto";

export interface Message {
  readonly type: string;
  /** The id of the request that this message belongs to. */
  readonly parent: string;
  readonly content: Content;
}

/** The fields differ with the type of the message; a test names those it reads. */
export type Content = Readonly<Record<string, unknown>>;

const delimiter = "<IDS|MSG>";
const session = randomUUID();

function sign(key: string, parts: readonly string[]): string {
  const hmac = createHmac("sha256", key);
  for (const part of parts) hmac.update(part);
  return hmac.digest("hex");
}

export function pack(key: string, id: string, type: string, content: Content): string[] {
  const header = {
    msg_id: id,
    msg_type: type,
    session,
    username: "test",
    date: new Date().toISOString(),
    version: "5.3",
  };
  const parts = [header, {}, {}, content].map((part) => JSON.stringify(part));
  return [delimiter, sign(key, parts), ...parts];
}

/** @throws {Error} if the signature does not fit */
export function unpack(key: string, frames: readonly Buffer[]): Message {
  const texts = frames.map((frame) => frame.toString());
  const [signature, ...parts] = texts.slice(texts.indexOf(delimiter) + 1);
  if (signature !== sign(key, parts)) throw new Error("a message of the kernel is signed wrongly");
  const [header, parent, , content] = parts.map((part) => JSON.parse(part));
  return { type: header.msg_type, parent: parent.msg_id, content };
}
