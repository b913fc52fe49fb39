/**
 * @file JupyterLab asks for the history when it connects: upstream prints "unknown msg_type: history_request" into the
 * last cell's output. It answers comm_info_request with the message type of another reply.
 */
"use strict";

/** @type {Record<string, { type: string, content: object }>} */
const answers = {
  history_request: { type: "history_reply", content: { status: "ok", history: [] } },
  comm_info_request: { type: "comm_info_reply", content: { status: "ok", comms: {} } },
};

/** @type {import("../internals.d.cts").Mend} */
module.exports = ({ server }) => {
  /** @type {import("../internals.d.cts").Message["constructor"] | null} Upstream exports no class; every client asks kernel_info first. */
  let Message = null;
  const tellInfo = server.handleKernelInfo;
  server.handleKernelInfo = function (socket, message) {
    Message = message.constructor;
    return tellInfo.call(this, socket, message);
  };

  const handle = server.handleShellMessage;
  server.handleShellMessage = async function (socket, ...frames) {
    const message = Message?.fromRaw(this.connInfo.key, frames);
    const answer = message && answers[message.header.msg_type];
    if (!answer) return handle.call(this, socket, ...frames);
    this.publishStatus("busy", message);
    const reply = message.createReply();
    reply.header.msg_type = answer.type;
    reply.content = answer.content;
    reply.signAndSend(this.connInfo.key, socket);
    this.publishStatus("idle", message);
  };
};
