/** @file Upstream asks for CodeMirror's "javascript": JupyterLab 4 then leaves types, interfaces and enums uncoloured. */
"use strict";

/** @type {import("../internals.d.cts").Mend} */
module.exports = ({ handler }) => {
  const describe = handler.handleKernel;
  handler.handleKernel = function () {
    const info = describe.call(this);
    info.language_info.codemirror_mode = "typescript";
    return info;
  };
};
