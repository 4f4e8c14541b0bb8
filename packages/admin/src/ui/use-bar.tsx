import { Progress } from '@mantine/core';

const NEARLY = 0.8;

/** How much of a limit is used, as a bar that warns before the limit is reached. */
export function UseBar({ name, used, limit }: { name: string; used: number; limit: number }) {
  const share = limit > 0 ? Math.min(used / limit, 1) : 1;
  const color = share >= 1 ? 'red' : share >= NEARLY ? 'yellow' : 'brand';
  return <Progress value={share * 100} color={color} aria-label={name} />;
}
