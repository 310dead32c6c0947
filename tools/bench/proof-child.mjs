// Proves batches of random markets for proof.mjs, one message each.
process.on('message', async ({ bundle, seed, cases }) => {
  try {
    const { prove } = await import(bundle);
    process.send(await prove(seed, cases));
  } catch (error) {
    process.send({ error: String(error?.stack ?? error) });
  }
});
