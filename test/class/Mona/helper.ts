export const squared = (r: number): number => r * r;
