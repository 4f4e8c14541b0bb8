import { describe, expect, it } from '@jest/globals';
import { videoFacts } from './video-facts.js';

const GENERAL = { '@type': 'General', Format: 'MPEG-4', Format_Profile: 'Base Media', Duration: 12.3456 };
const VIDEO = {
  '@type': 'Video',
  Format: 'AVC',
  Width: 1920,
  Height: 1080,
  Rotation: '0.000',
  FrameRate: 29.97,
};

describe('videoFacts', () => {
  it('converts MediaInfo’s result', () => {
    expect(videoFacts([GENERAL, VIDEO])).toEqual({
      format: 'mp4',
      codec: 'h264',
      width: 1920,
      height: 1080,
      frameRate: 29.97,
      durationSeconds: 12.346,
    });
  });

  it.each([
    ['MPEG-4', 'QuickTime', 'mov'],
    ['QuickTime', undefined, 'mov'],
    ['WebM', undefined, 'webm'],
    ['Matroska', undefined, 'mkv'],
    ['AVI', undefined, 'avi'],
  ])('names the container %s %s as %s', (Format, Format_Profile, format) => {
    expect(videoFacts([{ '@type': 'General', Format, Format_Profile }, VIDEO])).toMatchObject({ format });
  });

  it.each([
    ['AVC', 'h264'],
    ['HEVC', 'h265'],
    ['VP8', 'vp8'],
    ['VP9', 'vp9'],
    ['AV1', 'av1'],
    ['MPEG-4 Visual', 'mpeg-4 visual'],
  ])('names the codec %s as %s', (Format, codec) => {
    expect(videoFacts([GENERAL, { ...VIDEO, Format }])).toMatchObject({ codec });
  });

  it.each([
    ['90.000', 1080, 1920],
    ['270.000', 1080, 1920],
    ['-90.000', 1080, 1920],
    ['180.000', 1920, 1080],
    [undefined, 1920, 1080],
  ])('applies a rotation of %s', (Rotation, width, height) => {
    expect(videoFacts([GENERAL, { ...VIDEO, Rotation }])).toMatchObject({ width, height });
  });

  it('distinguishes audio-only files from unreadable ones', () => {
    expect(videoFacts([GENERAL, { '@type': 'Audio', Format: 'AAC' }])).toMatchObject({ codec: 'none' });
    expect(videoFacts([GENERAL])).not.toHaveProperty('codec');
    expect(videoFacts([])).toEqual({});
  });

  it('drops invalid numbers and unsafe text', () => {
    const hostile = {
      '@type': 'Video',
      Format: `a\0"b${'c'.repeat(99)}`,
      Width: -1,
      Height: 'x',
      FrameRate: 0,
    };

    expect(videoFacts([{ '@type': 'General', Duration: Infinity }, hostile])).toEqual({
      codec: `ab${'c'.repeat(38)}`,
    });
  });
});
