// The API is never the worker's business: calls go to the network, and the app itself keeps the last known state (for the
// signed-in user alone). Registered before Angular's worker, so that this listener comes first.
self.addEventListener('fetch', (event) => {
  if (new URL(event.request.url).pathname.startsWith('/api/')) event.stopImmediatePropagation();
});
importScripts('./ngsw-worker.js');
