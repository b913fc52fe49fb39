/** @file nbgrader's cell metadata, schema 3, so that its tools recognise our answer and check cells. */
import { createHash } from "node:crypto";

interface Graded {
  readonly source: string;
  readonly cellType: "code" | "markdown";
  readonly gradeId: string;
  /** answer: the student writes it; check: it earns the points; locked: read only. */
  readonly as: "answer" | "check" | "locked";
  /** Of a check. */
  readonly points?: number;
}

/** @returns what belongs under the cell's key `nbgrader`; nbgrader deletes keys that its schema does not know */
export function nbgraderMetadata(cell: Graded) {
  const { cellType, gradeId, as, points = 0 } = cell;
  return {
    cell_type: cellType,
    checksum: checksum(cell),
    grade: as === "check",
    grade_id: gradeId,
    locked: as !== "answer",
    ...(as === "check" && { points }),
    schema_version: 3,
    solution: as === "answer",
    task: false,
  };
}

/** nbgrader.utils.compute_checksum: an MD5 over Python's spelling of the fields, in this order. */
function checksum({ source, cellType, gradeId, as, points = 0 }: Graded): string {
  const python = (value: boolean) => (value ? "True" : "False");
  const fields = [
    source,
    cellType,
    python(as === "check"),
    python(as === "answer"),
    python(as !== "answer"),
    gradeId,
  ];
  if (as === "check") fields.push(Number.isInteger(points) ? `${points}.0` : `${points}`);
  return createHash("md5").update(fields.join(""), "utf8").digest("hex");
}
