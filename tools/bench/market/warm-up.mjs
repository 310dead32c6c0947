const CALLS = 200;
const MOST_ORDERS = 2_000;

/**
 * Clears the beginnings of the books often enough for V8 to compile the hot path for good, as in a program that clears
 * thousands of intervals. A few calls with a million orders each would not do: every call would begin in half-compiled
 * code, which boxes numbers, and be compiled anew on the way.
 */
export function warmUp(clearer, { books, rules }) {
  for (let call = 0; call < CALLS; call += 1) {
    const book = books[call % books.length];
    const beginning = { ...book, count: Math.min(book.count, MOST_ORDERS) };
    clearer.clear(beginning, rules, call);
    clearer.fill(beginning, rules, call);
  }
}
