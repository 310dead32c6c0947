// Loaded into each measured program (`--import`): says on request how much CPU time the process has used, in µs.
process.on('message', (message) => {
  if (message !== 'cpu') return;
  const { user, system } = process.cpuUsage();
  process.send({ cpuMicros: user + system });
});
// The channel alone keeps no program alive that its parent has left.
process.on('disconnect', () => process.exit(0));
