import { lazy, Suspense, useState } from 'react';
import { LanguageButton } from './language-button.js';

const load = () => import('./language-menu.js');
const LanguageMenu = lazy(async () => ({ default: (await load()).LanguageMenu }));

/** The choice of the language. What places a menu on the page is large and seldom used, so it is loaded when a user is about to open it. */
export function LanguageChoice() {
  const [wanted, setWanted] = useState(false);
  const button = (
    <LanguageButton
      onPointerEnter={() => void load()}
      onFocus={() => void load()}
      onClick={() => setWanted(true)}
    />
  );
  return wanted ? (
    <Suspense fallback={button}>
      <LanguageMenu />
    </Suspense>
  ) : (
    button
  );
}
