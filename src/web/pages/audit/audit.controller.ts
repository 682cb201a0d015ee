import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, By } from '../../../access/public.js';
import { AuditListInput, FindAudit, VerifyAudit, type AuditEntryView, type ChainState } from '../../../audit/public.js';
import type { Actor } from '../../../kernel/actor/public.js';
import type { PageOf } from '../../../kernel/http/public.js';

/** The log for programs. It stands here because the log itself lies below accounts and permissions and knows neither. */
@ApiTags('audit')
@Controller('api/v1/audit')
export class AuditController {
  constructor(
    private readonly find: FindAudit,
    private readonly verify: VerifyAudit,
  ) {}

  /** Newest first. */
  @Get()
  @Access('audit.read')
  list(@By() actor: Actor, @Query() input: AuditListInput): Promise<PageOf<AuditEntryView>> {
    return this.find.page(actor, input);
  }

  /** Verifies the whole chain now. */
  @Get('state')
  @Access('audit.read')
  state(@By() actor: Actor): Promise<ChainState> {
    return this.verify.run(actor);
  }
}
