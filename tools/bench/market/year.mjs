import { emptyBook, RULER } from './books.mjs';

export const INTERVALS = 35_040;
const HOUSES = 40;
const FIRST_HOUSE = 11;

/**
 * A year of quarter hours in a community of forty households: by night nearly all are short, on bright days the two in
 * three with a roof have energy over. Every household keeps its own lowest and highest price. One book per interval.
 */
export function year(random) {
  const houses = Array.from({ length: HOUSES }, (_, at) => ({
    node: FIRST_HOUSE + at,
    roofWh: at % 3 === 0 ? 0 : random.whole(600, 2_500),
    loadWh: random.whole(40, 160),
    lowestSell: random.whole(RULER[0], 110_000),
    highestPay: random.whole(90_000, RULER[1]),
  }));
  const books = [];
  let cloud = 1;
  for (let interval = 0; interval < INTERVALS; interval += 1) {
    if (interval % 96 === 0) cloud = 0.15 + 0.85 * random.fraction();
    books.push(bookOf(random, houses, cloud * sunAt(interval), loadAt(interval)));
  }
  return books;
}

function bookOf(random, houses, sun, load) {
  const over = houses.map(({ roofWh, loadWh }) =>
    Math.round(roofWh * sun * (0.9 + 0.1 * random.fraction()) - loadWh * load * (0.3 + 1.4 * random.fraction())),
  );
  const book = emptyBook(over.filter((wh) => wh !== 0).length);
  let at = 0;
  houses.forEach(({ node, lowestSell, highestPay }, house) => {
    if (over[house] === 0) return;
    book.node[at] = node;
    book.isBid[at] = over[house] < 0 ? 1 : 0;
    book.quantityWh[at] = Math.abs(over[house]);
    book.limitMicroPerKwh[at] = over[house] < 0 ? highestPay : lowestSell;
    at += 1;
  });
  return book;
}

/** The sun's share of its best, 0 … 1: longer and higher in summer (the year begins on 1 January). */
function sunAt(interval) {
  const season = -Math.cos((2 * Math.PI * (interval / 96 + 10)) / 365);
  const height = Math.sin((2 * Math.PI * ((interval % 96) - 24)) / 96) * (0.65 + 0.35 * season) + 0.25 * season;
  return Math.max(0, Math.min(1, height));
}

/** How much of its usual load a household takes: more in the morning and in the evening. */
function loadAt(interval) {
  const hour = (interval % 96) / 4;
  return 0.6 + Math.exp(-((hour - 7.5) ** 2) / 3) + 1.6 * Math.exp(-((hour - 19) ** 2) / 6);
}
