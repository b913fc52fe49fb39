/**
 * @file A model that says a loss in one stable step, written out: a cross-entropy on logits as the logarithms of a sigmoid,
 * a log-softmax as the logarithm of a softmax. Students write these steps one by one, and make their mistakes in them.
 */
import { type Any, type Named, Node, type Recorded } from "../model/node.ts";
import { nameOfOp } from "../model/ops.ts";

/** The same model on a tape of its own; undefined where nothing is fused. */
export function unfused({ model, tape }: Recorded): Recorded | undefined {
  const fused = tape.some((node) => isOp(node, "logSoftmax") || crossEntropyOf(node));
  if (!fused) return undefined;
  const written: Any[] = [];
  const copies = new Map<Any, Any>();
  /** Probabilities that the model names are those of the loss. */
  const known = new Map<string, Any>();
  const once = (name: "sigmoid" | "softmax", z: Any): Any => {
    const key = `${name} ${z.id}`;
    const node = known.get(key) ?? z[name]();
    known.set(key, node);
    return node;
  };
  for (const node of tape) {
    const args = node.step?.args.map((arg) => copies.get(arg)!) ?? [];
    const [a] = args as [Any];
    const loss = crossEntropyOf(node);
    if (loss) copies.set(node, crossEntropy(once("sigmoid", copies.get(loss.z)!), copies.get(loss.y)!));
    else if (isOp(node, "logSoftmax")) copies.set(node, once("softmax", a).log());
    else if (isOp(node, "sigmoid")) copies.set(node, once("sigmoid", a));
    else if (isOp(node, "softmax")) copies.set(node, once("softmax", a));
    else copies.set(node, new Node(written, node.shape, node.data, node.step && { ...node.step, args }));
  }
  const copied = (quantity: Named): Named =>
    quantity instanceof Node ? copies.get(quantity)! : quantity.map(copied);
  return {
    model: Object.fromEntries(Object.entries(model).map(([name, quantity]) => [name, copied(quantity)])),
    tape: written,
  };
}

const isOp = (node: Any, name: string) => node.step !== undefined && nameOfOp(node.step.op) === name;

/** softplus(z) − y·z, which is −[y ln σ(z) + (1 − y) ln(1 − σ(z))]. */
function crossEntropyOf(node: Any): { z: Any; y: Any } | undefined {
  const [softplus, product] = node.step?.args ?? [];
  if (!isOp(node, "sub") || !isOp(softplus!, "softplus") || !isOp(product!, "mul")) return undefined;
  const [z] = softplus!.step!.args as [Any];
  const y = product!.step!.args.find((arg) => arg !== z);
  return y && product!.step!.args.includes(z) ? { z, y } : undefined;
}
function crossEntropy(p: Any, y: Any): Any {
  const [one, other] = [y.mul(p.log()), y.neg().add(1).mul(p.neg().add(1).log())];
  return one.add(other).neg();
}
