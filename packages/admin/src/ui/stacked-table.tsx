import { Table, type TableProps, type TableTdProps, type TableTrProps } from '@mantine/core';
import type { RefAttributes } from 'react';
import classes from './stacked-table.module.css';

/** A table of `Row` and `Cell`, whose rows become cards where it would be too wide. Between both, it scrolls. */
export function StackedTable({ minWidth, ...rest }: TableProps & { minWidth: number }) {
  return (
    <Table.ScrollContainer
      minWidth={minWidth}
      className={classes.frame}
      scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}
    >
      <Stacked {...rest} />
    </Table.ScrollContainer>
  );
}

/** The same table without the frame that scrolls. */
export function Stacked(props: TableProps) {
  return <Table className={classes.table} role="table" {...props} />;
}

/** A row. Browsers may take a row that is a card for a plain box, so it names its role. */
export function Row(props: TableTrProps & RefAttributes<HTMLTableRowElement>) {
  return <Table.Tr role="row" {...props} />;
}

/** A cell that shows the title of its column where the head of the table is hidden. */
export function Cell({
  label,
  isWide = false,
  ...rest
}: TableTdProps & {
  /** Without it, the cell needs no name. */
  label?: string;
  /** True: takes a line of the card. */
  isWide?: boolean;
}) {
  return (
    <Table.Td
      role="cell"
      {...(label !== undefined && { 'data-label': label })}
      {...(isWide && { className: classes.wide })}
      {...rest}
    />
  );
}
