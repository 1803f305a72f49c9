import { ApiProperty } from '@nestjs/swagger';
import { CheckedField, TextField } from '../../input/fields.js';
import { KeptIn } from '../identity/auth.dto.js';

const NAME = { minGraphemes: 1, maxGraphemes: 50, multiline: false } as const;
/** Large enough for the largest keys with all data of an authenticator. */
const MAX_PART = 16_384;
const MAX_ID = 1_400;

/** The content is checked by the verifier. */
const PartField = (description: string, max = MAX_PART): PropertyDecorator =>
  CheckedField(
    (text) => (text.length <= max ? null : { detail: `This must have at most ${max} characters.` }),
    { description: `${description}, in base64url.` },
  );

/** The response of a browser that has created a passkey. */
export class NewAnswerDto {
  @PartField('`id` of the credential', MAX_ID)
  id: string;

  @PartField('`clientDataJSON` of its response')
  clientDataJSON: string;

  @PartField('`attestationObject` of its response')
  attestationObject: string;
}

export class AddPasskeyDto extends NewAnswerDto {
  @TextField(NAME, { description: 'The name that the owner gave it.', example: 'Phone' })
  name: string;
}

export class RenamePasskeyDto {
  @TextField(NAME)
  name: string;
}

/** The response of a browser that uses a passkey. */
export class AnswerDto {
  @PartField('`id` of the credential', MAX_ID)
  id: string;

  @PartField('`clientDataJSON` of its response')
  clientDataJSON: string;

  @PartField('`authenticatorData` of its response')
  authenticatorData: string;

  @PartField('`signature` of its response')
  signature: string;

  @PartField('`userHandle` of its response')
  userHandle: string;
}

export class PasskeySignInDto extends AnswerDto {
  @KeptIn()
  session?: 'cookie';
}

export class CeremonyView {
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description:
      'The options for `PublicKeyCredential.parseCreationOptionsFromJSON()` or `parseRequestOptionsFromJSON()` of the browser.',
  })
  options: Record<string, unknown>;
}

export class PasskeyView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  lastUsedAt: string | null;

  @ApiProperty({ description: 'Whether the passkey is synced to several devices.' })
  backedUp: boolean;
}

export class PasskeysView {
  @ApiProperty({
    description: 'Whether this site supports passkeys: `PUBLIC_URL` must have a host name.',
  })
  available: boolean;

  @ApiProperty({ type: [PasskeyView], description: 'Newest first.' })
  items: PasskeyView[];
}
