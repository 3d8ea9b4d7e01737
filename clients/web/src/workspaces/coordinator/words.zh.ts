export const words = { a: "x" };
