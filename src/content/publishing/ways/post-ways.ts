import { Injectable } from '@nestjs/common';
import type { Publication } from '../../publications/publication.entity.js';
import type { PostWay } from './post-way.js';
import { VideoUploadWay } from './video-upload.way.js';

/** Which way a post goes: by its kind, its mode, and where its files are. */
@Injectable()
export class PostWays {
  constructor(private readonly videoUpload: VideoUploadWay) {}

  of(_publication: Publication): PostWay {
    return this.videoUpload;
  }
}
