// The API is never the worker's business: calls go to the network, and the app itself keeps the last known state (for the
// signed-in user alone). Registered before Angular's worker, so that this listener comes first.
self.addEventListener('fetch', (event) => {
  if (new URL(event.request.url).pathname.startsWith('/api/')) event.stopImmediatePropagation();
});
// The content security policy holds here too: the one script that is taken in is Angular's worker.
self.trustedTypes?.createPolicy('default', {
  createScriptURL: (url) => (url === './ngsw-worker.js' ? url : null),
});
importScripts('./ngsw-worker.js');
