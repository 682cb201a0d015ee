import { Body, Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Access, By, type Signed } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { AddEvidence } from './add-evidence.js';
import { AddStep } from './add-step.js';
import { aboutOf } from './evidence-about.js';
import { AddEvidenceInput, EvidenceStepInput } from './evidence.input.js';
import type { EvidenceView, EvidenceWithStepsView, UploadView } from './evidence.view.js';
import { FindEvidence } from './find-evidence.js';
import { ReadFile } from './read-file.js';
import { sendFile } from './send-file.js';
import { TakeFile } from './take-file.js';

@ApiTags('evidence')
@Controller('api/v1/evidence')
export class EvidenceController {
  constructor(
    private readonly find: FindEvidence,
    private readonly files: TakeFile,
    private readonly addEvidence: AddEvidence,
    private readonly addStep: AddStep,
    private readonly readFile: ReadFile,
  ) {}

  /** The bytes of one file, as `application/octet-stream`. They are kept for half an hour; then say what they are. */
  @Post('uploads')
  @Access('evidence.record')
  async upload(@By() actor: Actor, @Req() request: Signed): Promise<UploadView> {
    // What is too much is read to its end all the same: a program that is still sending would not hear the answer.
    const bytes = request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
    const { taken, mediaType } = await this.files.run(actor, bytes).finally(() => request.resume());
    return { id: taken.id, size: taken.size, sha256: taken.sha256, mediaType };
  }

  @Post()
  @Access('evidence.record')
  async add(@By() actor: Actor, @Body() input: AddEvidenceInput, @Res({ passthrough: true }) response: Response): Promise<EvidenceWithStepsView> {
    const id = await this.addEvidence.run(actor, input);
    response.setHeader('Location', `/api/v1/evidence/${id}`);
    return this.find.one(actor, id);
  }

  /** All files of one individual, detention, incident or case. */
  @Get('of/:about/:id')
  @Access('evidence.read')
  of(@By() actor: Actor, @Param('about') about: string, @Param('id') id: string): Promise<EvidenceView[]> {
    return this.find.of(actor, aboutOf(about), id);
  }

  @Get(':id')
  @Access('evidence.read')
  one(@By() actor: Actor, @Param('id') id: string): Promise<EvidenceWithStepsView> {
    return this.find.one(actor, id);
  }

  /** The file itself. A POST, because it becomes a step of the chain of custody. */
  @Post(':id/file')
  @HttpCode(200)
  @Access('evidence.read', { leaves: true })
  async file(@By() actor: Actor, @Param('id') id: string, @Res() response: Response): Promise<void> {
    await sendFile(response, await this.readFile.download(actor, id));
  }

  @Post(':id/verifications')
  @HttpCode(200)
  @Access('evidence.read')
  async verify(@By() actor: Actor, @Param('id') id: string): Promise<EvidenceWithStepsView> {
    await this.readFile.verify(actor, id);
    return this.find.one(actor, id);
  }

  @Post(':id/steps')
  @Access('evidence.record')
  async step(@By() actor: Actor, @Param('id') id: string, @Body() input: EvidenceStepInput): Promise<EvidenceWithStepsView> {
    await this.addStep.run(actor, id, input);
    return this.find.one(actor, id);
  }
}
