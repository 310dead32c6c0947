// Sets the kept colour scheme before the first paint; `auto` follows the system. See src/app/color-scheme.ts.
try {
  const kept = localStorage.getItem('ceex.scheme');
  if (kept === 'light' || kept === 'dark') document.documentElement.dataset.scheme = kept;
} catch {
  // Without storage the system decides.
}
