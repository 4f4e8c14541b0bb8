import { useMemo, useState } from 'react';

/** The objects whose content is shown. They stay open while they are scrolled out of view. */
export interface OpenObjects {
  has: (id: string) => boolean;
  toggle: (id: string) => void;
}

export function useOpenObjects(): OpenObjects {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  return useMemo(
    () => ({
      has: (id) => open.has(id),
      toggle: (id) =>
        setOpen((old) =>
          old.has(id) ? new Set([...old].filter((one) => one !== id)) : new Set([...old, id]),
        ),
    }),
    [open],
  );
}
