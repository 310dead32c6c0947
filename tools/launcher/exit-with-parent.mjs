// Loaded into every process the launcher starts: when the launcher is gone, however it ended, so is the process.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
