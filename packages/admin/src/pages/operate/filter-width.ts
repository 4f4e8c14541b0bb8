/** The width of a filter: two stand side by side on a phone. @param wide on other screens, in pixels */
export function filterWidth(wide: number) {
  return { base: 'calc(50% - var(--mantine-spacing-sm) / 2)', xs: wide };
}
