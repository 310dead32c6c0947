// Sets the kept colour scheme, contrast and language before the first paint; without a choice the system decides.
// See src/app/color-scheme.ts, src/app/contrast.ts and src/app/language-choice.ts.
try {
  const wishes = [localStorage.getItem('ceex.language'), ...navigator.languages].map((wish) => wish?.slice(0, 2));
  const language = wishes.find((wish) => ['de', 'fr', 'it', 'en'].includes(wish));
  if (language) document.documentElement.lang = `${language}-CH`;
  const scheme = localStorage.getItem('ceex.scheme');
  if (scheme === 'light' || scheme === 'dark') document.documentElement.dataset.scheme = scheme;
  const contrast = localStorage.getItem('ceex.contrast');
  if (contrast === 'more' || contrast === 'standard') document.documentElement.dataset.contrast = contrast;
} catch {
  // Without storage the system decides.
}

// zod, which checks the answers of the server, would try whether it may make code at run time as soon as its first schema
// is made. The content security policy forbids that; this says so before any module is loaded.
globalThis.__zod_globalConfig = { jitless: true };

// With Trusted Types, a text becomes markup or the address of a script only by a policy. Angular has its own; this one is
// for the rest, and lets through what they need: the charts empty elements, and the service worker is registered.
globalThis.trustedTypes?.createPolicy('default', {
  createHTML: (html) => (html === '' ? html : null),
  createScriptURL: (url) => (new URL(url, document.baseURI).pathname === '/service-worker.js' ? url : null),
});
