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
