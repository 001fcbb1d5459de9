package io.dunlin.intake;

import static io.dunlin.intake.tables.Upload.UPLOAD;
import static io.dunlin.intake.tables.UploadPiece.UPLOAD_PIECE;

import io.dunlin.kernel.NotFound;
import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.tenancy.UserId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Files as they came, kept in the database in pieces so that any node can read them again. Memory does not grow with the file. */
@Component
public class Uploads {
    static final int PIECE = 1 << 20;

    private final DSLContext sql;
    private final TransactionTemplate apart;
    private final Clock clock;

    public Uploads(DSLContext sql, TransactionTemplate transaction, Clock clock) {
        this.sql = sql;
        // A piece is fetched on a connection of its own: that of the caller may be in the middle of a COPY.
        apart = new TransactionTemplate(java.util.Objects.requireNonNull(transaction.getTransactionManager()));
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        apart.setReadOnly(true);
        this.clock = clock;
    }

    /** Keeps the file, wholly or not at all. Refuses what is empty and what is neither text nor a workbook. */
    @Transactional
    public Upload store(String fileName, InputStream content, @Nullable UserId user) {
        var id = sql.insertInto(UPLOAD)
                .set(UPLOAD.TENANT_ID, CurrentTenant.id())
                .set(UPLOAD.FILE_NAME, fileName)
                .set(UPLOAD.SIZE, 0L)
                .set(UPLOAD.DIGEST, new byte[0])
                .set(UPLOAD.CHARSET, "")
                .set(UPLOAD.USER_ID, user)
                .set(UPLOAD.CREATED_AT, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .returningResult(UPLOAD.ID)
                .fetchSingle()
                .value1();
        var digest = sha256();
        var probe = new TextProbe();
        var size = 0L;
        try {
            var piece = new byte[PIECE];
            for (var position = 0; ; position++) {
                var length = content.readNBytes(piece, 0, PIECE);
                if (length == 0) {
                    break;
                }
                digest.update(piece, 0, length);
                probe.see(piece, length);
                add(id, position, Arrays.copyOf(piece, length));
                size += length;
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        var found = probe.charset();
        var charset = found == null ? "" : found.name();
        sql.update(UPLOAD)
                .set(UPLOAD.SIZE, size)
                .set(UPLOAD.DIGEST, digest.digest())
                .set(UPLOAD.CHARSET, charset)
                .where(UPLOAD.TENANT_ID.eq(CurrentTenant.id()))
                .and(UPLOAD.ID.eq(id))
                .execute();
        return new Upload(id, fileName, size, charset);
    }

    @Transactional(readOnly = true)
    public Upload get(UploadId id) {
        return sql.select(UPLOAD.FILE_NAME, UPLOAD.SIZE, UPLOAD.CHARSET)
                .from(UPLOAD)
                .where(UPLOAD.TENANT_ID.eq(CurrentTenant.id()))
                .and(UPLOAD.ID.eq(id))
                .fetchOptional(row -> new Upload(id, row.value1(), row.value2(), row.value3()))
                .orElseThrow(() -> new NotFound("Upload", id));
    }

    /** Forgets a file that turned out to be of no use. */
    @Transactional
    public void remove(UploadId id) {
        sql.deleteFrom(UPLOAD)
                .where(UPLOAD.TENANT_ID.eq(CurrentTenant.id()))
                .and(UPLOAD.ID.eq(id))
                .execute();
    }

    /** The content from its beginning. Needs no open transaction, and disturbs none. */
    public InputStream open(Upload upload) {
        var tenant = CurrentTenant.id();
        return new PieceStream(
                position -> CurrentTenant.call(tenant, () -> piece(upload.id(), position)), upload.size());
    }

    private void add(UploadId upload, int position, byte[] content) {
        sql.insertInto(UPLOAD_PIECE)
                .set(UPLOAD_PIECE.TENANT_ID, CurrentTenant.id())
                .set(UPLOAD_PIECE.UPLOAD_ID, upload)
                .set(UPLOAD_PIECE.POSITION, position)
                .set(UPLOAD_PIECE.CONTENT, content)
                .execute();
    }

    private byte[] piece(UploadId upload, int position) {
        var content = apart.execute(status -> sql.select(UPLOAD_PIECE.CONTENT)
                .from(UPLOAD_PIECE)
                .where(UPLOAD_PIECE.TENANT_ID.eq(CurrentTenant.id()))
                .and(UPLOAD_PIECE.UPLOAD_ID.eq(upload))
                .and(UPLOAD_PIECE.POSITION.eq(position))
                .fetchOne(UPLOAD_PIECE.CONTENT));
        if (content == null) {
            throw new NotFound("Piece of upload", upload);
        }
        return content;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
