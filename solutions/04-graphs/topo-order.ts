/** @file 4.3 An order in which every node comes after those it needs. */

export function topoOrder(n: number, edges: [from: number, to: number][]): number[] {
  // For each node: how many of the nodes it needs have not gone yet, and who is waiting for it.
  const waitsFor = Array.from({ length: n }, () => 0);
  const waiting: number[][] = Array.from({ length: n }, () => []);
  for (const [from, to] of edges) {
    waitsFor[to]++; // an edge listed twice counts twice here …
    waiting[from].push(to); // … and will be taken off twice below
  }

  // Who waits for nobody goes first. The list is its own queue: the loop also visits what is pushed on the way.
  const order: number[] = [];
  for (let node = 0; node < n; node++) if (waitsFor[node] === 0) order.push(node);
  for (const node of order) {
    for (const to of waiting[node]) {
      waitsFor[to]--;
      if (waitsFor[to] === 0) order.push(to);
    }
  }

  // On a cycle everyone waits for somebody who waits: none of them ever goes.
  if (order.length < n) throw new Error("the graph has a cycle");
  return order;
}
