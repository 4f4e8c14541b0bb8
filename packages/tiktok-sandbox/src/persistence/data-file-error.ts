const REASONS: Record<string, string> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'read-only file system',
  ENOSPC: 'the disk is full',
  EEXIST: 'a folder in its path is a file',
  ENOTDIR: 'a folder in its path is a file',
  EISDIR: 'it is a folder',
};

/** Thrown when the data file cannot be used. The message names the file and the reason. */
export class DataFileError extends Error {
  override readonly name = 'DataFileError';

  /** @param cause a Node system error */
  static unwritable(file: string, cause: unknown): DataFileError {
    return new DataFileError(`The data file ${file} cannot be written (${reasonOf(cause)})`, { cause });
  }

  /** @param cause a Node system error */
  static unreadable(file: string, cause: unknown): DataFileError {
    return new DataFileError(`The data file ${file} cannot be read (${reasonOf(cause)})`, { cause });
  }

  static invalid(file: string, cause: unknown): DataFileError {
    return new DataFileError(`The data file ${file} is not valid JSON`, { cause });
  }
}

function reasonOf(error: unknown): string {
  const { code = '', message } = error as NodeJS.ErrnoException;
  return REASONS[code] ?? message;
}
