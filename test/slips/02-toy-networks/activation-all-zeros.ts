// exercise: 02-toy-networks/activation
// slip: unnamed
import type { Act, ActName } from "gradbook";

export function activation(_name: ActName, _alpha?: number): Act {
  return { f: () => 0, df: () => 0 };
}
