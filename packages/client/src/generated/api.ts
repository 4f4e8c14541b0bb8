// Generated from openapi.json: UPDATE_DOCS=1 npm test -- unit client-contract

export interface paths {
    "/api/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what admins did
         * @description Every call by an admin or operator that changed something, or tried to; and the approvals and the kill switch of editors. The newest action comes first. A repeated call with an Idempotency-Key does nothing, and has no entry.
         *
         *     Needs the role `admin` or a higher one.
         */
        get: operations["listAdminActions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List notifications
         * @description The newest notification comes first.
         *
         *     Needs the role `viewer` or a higher one.
         */
        get: operations["listNotifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications/read-all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mark all notifications as read
         * @description Needs the role `editor` or a higher one.
         */
        post: operations["markAllNotificationsRead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications/{notificationId}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mark a notification as read
         * @description It is then read for every user of the organisation.
         *
         *     Needs the role `editor` or a higher one.
         */
        post: operations["markNotificationRead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Stream notifications as server-sent events
         * @description Needs the same headers as every call. The browser’s EventSource cannot send them, so use an SSE client that is built on fetch. The stream ends when the token expires, and after 15 min at the latest. The event `end` gives the reason. Reconnect with `Last-Event-ID` and a valid token.
         *
         *     Needs the role `viewer` or a higher one.
         */
        get: operations["streamNotifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/integrations/{integrationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an integration
         * @description The answer has its capabilities, the expiry of its tokens, its quotas and its recent errors.
         *
         *     Needs the role `viewer` or a higher one.
         */
        get: operations["getIntegration"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/integrations/{integrationId}/disconnect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Disconnect an integration
         * @description The service revokes its access and deletes its TikTok data. One audit record remains.
         *
         *     Needs the role `admin` or a higher one.
         */
        post: operations["disconnectIntegration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/integrations/{integrationId}/data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete the TikTok data of an integration
         * @description The account stays connected.
         *
         *     Needs the role `admin` or a higher one.
         */
        delete: operations["deleteIntegrationData"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/integrations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List integrations
         * @description The newest integration comes first.
         *
         *     Needs the role `viewer` or a higher one.
         */
        get: operations["listIntegrations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/crm-inbox/conversations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List conversations
         * @description A conversation is a comment thread under a video. The most recently active one comes first.
         *
         *     Needs the role `viewer` or a higher one.
         */
        get: operations["listConversations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/crm-inbox/conversations/{conversationId}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the messages of a conversation
         * @description The oldest message comes first.
         *
         *     Needs the role `viewer` or a higher one.
         */
        get: operations["listMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sync/runs/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Stream sync runs as server-sent events
         * @description Each event `run` is a run as `GET /api/sync/runs/{runId}` returns it. Runs that are queued or running come at once, then each run whenever it changes. The stream ends when the token expires, and after 15 min at the latest; then the event `end` gives the reason. After a pause, list the runs that you have missed.
         *
         *     Needs the role `viewer` or a higher one.
         */
        get: operations["streamSyncRuns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sync/trigger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start a sync of the connected accounts
         * @description Of every active account, or of the one with `integrationId`. A `platform` or `syncType` that this version does not know is answered with 422, which lists the allowed values.
         *
         *     Needs the role `editor` or a higher one.
         */
        post: operations["triggerSync"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sync/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List sync runs
         * @description The newest run comes first.
         *
         *     Needs the role `viewer` or a higher one.
         */
        get: operations["listSyncRuns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sync/runs/{runId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a sync run with its progress
         * @description Needs the role `viewer` or a higher one.
         */
        get: operations["getSyncRun"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sync/runs/{runId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a sync run
         * @description A running one stops before it stores its next part; what is stored stays. Cancelling it again changes nothing. A run that has ended in another way is answered with 409.
         *
         *     Needs the role `editor` or a higher one.
         */
        post: operations["cancelSyncRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/connect/webhook/tiktok/ads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Receive a webhook of ads from TikTok
         * @description The signature authenticates it. After the review of an ad or an ad group, the launch looks at it at once. `POST /connect/webhook/tiktok` accepts these webhooks, too.
         *
         *     Needs no token.
         */
        post: operations["receiveAdsWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/connect/webhook/tiktok": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Receive a webhook from TikTok
         * @description The signature authenticates it.
         *
         *     Needs no token.
         */
        post: operations["receiveWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List webhook events
         * @description These are what TikTok reported about your accounts. The newest event comes first.
         *
         *     Needs the role `viewer` or a higher one.
         */
        get: operations["listWebhookEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/events/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count webhook events
         * @description Counts the events of your accounts by name and status. `known: false` marks names that this version does not use.
         *
         *     Needs the role `viewer` or a higher one.
         */
        get: operations["countWebhookEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/events/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replay webhook events
         * @description The service handles up to 1,000 events again, the newest first: by default those that failed. If `nextCursor` is not null, call again with it. Handling an event twice is safe.
         *
         *     Needs the role `admin` or a higher one.
         */
        post: operations["replayWebhookEvents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/events/{eventId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a webhook event
         * @description Needs the role `viewer` or a higher one.
         */
        get: operations["getWebhookEvent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/events/{eventId}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replay a webhook event
         * @description The service handles the event again, for example one that failed. Handling it twice is safe.
         *
         *     Needs the role `admin` or a higher one.
         */
        post: operations["replayWebhookEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/doctor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Run configuration checks
         * @description An admin gets the checks of their organisation’s connections. Checks of the whole installation require the role `operator`.
         *
         *     Needs the role `admin` or a higher one.
         */
        get: operations["runDoctor"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Check that the process runs
         * @description Needs no token.
         */
        get: operations["getLiveness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Check that the process can serve requests
         * @description Answers 503 with a problem while the process starts, the database does not answer, the data folder is not writable, or the encryption key of stored tokens is missing. Without Redis the service works, a little slower.
         *
         *     Needs no token.
         */
        get: operations["getReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ad-accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List ad accounts
         * @description The service refreshes them daily.
         *
         *     Needs the role `viewer` or a higher one.
         */
        get: operations["listAdAccounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/upstream/call/tiktok-provider/get-auth-url": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get the link that connects a TikTok account
         * @description Send the browser to the link.
         *
         *     Needs the role `admin` or a higher one.
         */
        post: operations["getAuthUrl"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/upstream/call/tiktok-provider/get-ads-auth-url": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get the link that connects the ad accounts of an integration
         * @description Send the browser to the link.
         *
         *     Needs the role `admin` or a higher one.
         */
        post: operations["getAdsAuthUrl"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/connect/oauth/tiktok/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Finish the login consent
         * @description TikTok redirects the browser here.
         *
         *     Needs no token.
         */
        get: operations["finishLoginConsent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/connect/oauth/tiktok/account/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Finish the Business API consent
         * @description TikTok redirects the browser here.
         *
         *     Needs no token.
         */
        get: operations["finishAccountConsent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/connect/oauth/tiktok/advertiser/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Finish the ad account consent
         * @description TikTok redirects the browser here.
         *
         *     Needs no token.
         */
        get: operations["finishAdvertiserConsent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rate-budgets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get how much of TikTok’s limits for the app is used
         * @description All organisations share these limits. Without Redis, an answer has the calls of the process that gives it.
         *
         *     Needs the role `admin` or a higher one.
         */
        get: operations["getRateBudgets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/integrations/{integrationId}/rate-budgets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get how much of TikTok’s limits for an account is used
         * @description TikTok counts these calls by account and endpoint. Without Redis, an answer has the calls of the process that gives it.
         *
         *     Needs the role `admin` or a higher one.
         */
        get: operations["getAccountRateBudgets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/connect/tiktok/reconnect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Reconnect an account
         * @description Notifications link here. The browser goes on to TikTok to connect the same account.
         *
         *     Needs no token.
         */
        get: operations["beginReconnect"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/uploads/{mediaId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Upload the video or a photo as the raw body
         * @description Needs no token.
         */
        put: operations["uploadBytes"];
        /**
         * Upload the video or a photo as multipart field "file"
         * @description Needs no token.
         */
        post: operations["uploadForm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tiktok-verification/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an ownership file
         * @description TikTok reads it to verify the "URL property". TIKTOK_VERIFICATION_FILES sets the files.
         *
         *     Needs no token.
         */
        get: operations["getOwnershipFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tiktok-verification/media/{mediaId}/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a file of a publication
         * @description TikTok fetches the file here while it publishes the post. The header Range works.
         *
         *     Needs no token.
         */
        get: operations["getMediaFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/uploads/{mediaId}/tus": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a resumable upload (tus)
         * @description The header Location of the answer is this link.
         *
         *     Needs no token.
         */
        post: operations["createTusUpload"];
        /**
         * Delete a resumable upload (tus)
         * @description You can create another upload at the same link.
         *
         *     Needs no token.
         */
        delete: operations["deleteTusUpload"];
        options?: never;
        /**
         * Get the offset of a resumable upload (tus)
         * @description Also works after the upload has completed.
         *
         *     Needs no token.
         */
        head: operations["getTusOffset"];
        /**
         * Append bytes to a resumable upload (tus)
         * @description The body starts at Upload-Offset. The last byte completes the file.
         *
         *     Needs no token.
         */
        patch: operations["appendToTusUpload"];
        trace?: never;
    };
    "/api/upstream/call/tiktok-provider/edit-publication": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Edit a publication
         * @description Changes texts, privacy, options and time until publishing starts.
         *
         *     Needs the role `editor` or a higher one.
         */
        post: operations["editPublication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/upstream/call/tiktok-provider/cancel-publication": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a publication
         * @description Before publishing starts, the publication is cancelled immediately. Afterwards TikTok may still cancel a post that it has not finished fetching.
         *
         *     Needs the role `editor` or a higher one.
         */
        post: operations["cancelPublication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/upstream/call/tiktok-provider/retry-publication": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retry a failed publication
         * @description Creates a new publication with the same fields. It reuses the files that the service still has. Publish it to complete the retry.
         *
         *     Needs the role `editor` or a higher one.
         */
        post: operations["retryPublication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/upstream/call/tiktok-provider/publish-again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish an unknown publication again
         * @description Call it after a user has checked that the post is not on TikTok. The post is published as a new publication.
         *
         *     Needs the role `editor` or a higher one.
         */
        post: operations["publishAgain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/upstream/call/tiktok-provider/mark-published": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mark an unknown publication as published
         * @description Call it after a user has seen the post on TikTok.
         *
         *     Needs the role `editor` or a higher one.
         */
        post: operations["markPublished"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/publications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List publications
         * @description The newest publication comes first.
         *
         *     Needs the role `viewer` or a higher one.
         */
        get: operations["listPublications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/publications/{publishId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a publication with its status
         * @description Needs the role `viewer` or a higher one.
         */
        get: operations["getPublication"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/publications/{publishId}/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get new upload links for the missing files of a publication
         * @description The links of the creation expire and are shown once. With new ones, another device or another user continues: a resumable upload goes on where it stopped. Earlier links stay valid until they expire.
         *
         *     Needs the role `editor` or a higher one.
         */
        get: operations["listMissingUploads"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/upstream/call/tiktok-provider/list-publications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * List publications (alias)
         * @description Alias of `GET /api/publications`, with the filters in the body.
         *
         *     Needs the role `viewer` or a higher one.
         */
        post: operations["listPublicationsViaProvider"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/upstream/call/tiktok-provider/init-video-upload": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a publication of a video
         * @description The answer has the links to which you upload the video.
         *
         *     Needs the role `editor` or a higher one.
         */
        post: operations["initVideoUpload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/upstream/call/tiktok-provider/init-photo-upload": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a publication of 1 to 35 photos
         * @description The answer has the links to which you upload the photos.
         *
         *     Needs the role `editor` or a higher one.
         */
        post: operations["initPhotoUpload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/upstream/call/tiktok-provider/publish-video": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish a video, now or at a given time
         * @description The service publishes it in the background. Calling this twice still makes one post.
         *
         *     Needs the role `editor` or a higher one.
         */
        post: operations["publishVideo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/upstream/call/tiktok-provider/publish-photo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish photos, now or at a given time
         * @description It works like publish-video.
         *
         *     Needs the role `editor` or a higher one.
         */
        post: operations["publishPhoto"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/upstream/call/tiktok-provider/get-publish-status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get a publication (alias)
         * @description Alias of `GET /api/publications/{publishId}`.
         *
         *     Needs the role `viewer` or a higher one.
         */
        post: operations["getPublishStatus"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/upstream/call/tiktok-provider/list-commercial-music": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * List trending tracks of the Commercial Music Library
         * @description Only for accounts that publish through the Business API.
         *
         *     Needs the role `viewer` or a higher one.
         */
        post: operations["listCommercialMusic"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/upstream/call/tiktok-provider/get-creator-info": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get what a posting screen must show
         * @description TikTok requires a new call each time the screen renders.
         *
         *     Needs the role `editor` or a higher one.
         */
        post: operations["getCreatorInfo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/upstream/call/tiktok-provider/validate-publication": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Validate a post without creating it
         * @description It returns every problem and warning, for a form or for a publication that exists.
         *
         *     Needs the role `editor` or a higher one.
         */
        post: operations["validatePublication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/crm/conversations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the conversations of the inbox
         * @description Comments under posts, comments under ads, and direct messages are one list. The most recently active conversation comes first. A search with `q` answers within about a second, with what it has found by then: see `searchedBackTo`.
         *
         *     Needs the role `viewer` or a higher one.
         */
        get: operations["listCrmConversations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/crm/conversations/unread-counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count unread conversations for each filter
         * @description Each value of a filter has the number of conversations with unread messages that the list would show with it, and with the other filters of the call. Up to 10,000 unread conversations are counted exactly.
         *
         *     Needs the role `viewer` or a higher one.
         */
        get: operations["countUnreadConversations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/crm/conversations/{conversationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Open a conversation
         * @description Returns the conversation, its newest messages, and its timeline. It does not mark them as read.
         *
         *     Needs the role `viewer` or a higher one.
         */
        get: operations["openCrmConversation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/crm/conversations/{conversationId}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the messages of a conversation of the inbox
         * @description The newest message comes first.
         *
         *     Needs the role `viewer` or a higher one.
         */
        get: operations["listCrmMessages"];
        put?: never;
        /**
         * Send a direct message
         * @description Takes a text, an image, a shared post or a card. The message is stored, then sent once. If the answer of TikTok is lost, the service looks for the message and does not send it again. A closed messaging window is 409 `messaging_window_closed`. Read the status with GET /api/crm/conversations/{conversationId}/replies/{replyId}.
         *
         *     Needs the role `editor` or a higher one.
         */
        post: operations["sendMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/crm/conversations/{conversationId}/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Assign a conversation to a user
         * @description Null removes the user.
         *
         *     Needs the role `editor` or a higher one.
         */
        post: operations["assignConversation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/crm/conversations/{conversationId}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close a conversation
         * @description A new message of a person reopens it.
         *
         *     Needs the role `editor` or a higher one.
         */
        post: operations["closeConversation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/crm/conversations/{conversationId}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reopen a conversation
         * @description Needs the role `editor` or a higher one.
         */
        post: operations["reopenConversation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/crm/conversations/{conversationId}/pending": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mark a conversation as pending
         * @description For a conversation that waits for something, e.g. for an answer of a colleague.
         *
         *     Needs the role `editor` or a higher one.
         */
        post: operations["markConversationPending"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/crm/conversations/{conversationId}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mark a conversation as read
         * @description Its messages are then read for every user of the organisation. TikTok does not learn of it.
         *
         *     Needs the role `editor` or a higher one.
         */
        post: operations["markConversationRead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/crm/contacts/{contactId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a contact
         * @description Needs the role `viewer` or a higher one.
         */
        get: operations["getContact"];
        put?: never;
        post?: never;
        /**
         * Erase a contact
         * @description Deletes what the person said and who it is, here and in stored webhooks. It cannot be undone. TikTok keeps the comments. Later messages of the person appear without a name.
         *
         *     Needs the role `admin` or a higher one.
         */
        delete: operations["eraseContact"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/crm/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the users who work in the inbox
         * @description The service has no directory of users. It knows those who have answered or changed a conversation, and those to whom one was assigned. Any other id can be assigned, too.
         *
         *     Needs the role `viewer` or a higher one.
         */
        get: operations["listInboxUsers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/crm/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Stream changes of conversations as server-sent events
         * @description Each event `conversation` is a conversation as the list returns it, whenever it changes. Of several changes in a short time, the latest is sent. The stream ends when the token expires, and after 15 min at the latest. The event `end` gives the reason. Reconnect with `Last-Event-ID` and a valid token.
         *
         *     Needs the role `viewer` or a higher one.
         */
        get: operations["streamConversations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/media/messages/{messageMediaId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a picture or video of a direct message
         * @description `media.url` of a message is this address with its signature. A header `Range` with one range of bytes gets status 206 with that part, or 416 if the file is shorter. `If-None-Match` with the current `ETag` gets status 304.
         *
         *     Needs no token.
         */
        get: operations["getMessageMedia"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/crm/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the webhooks of the inbox
         * @description The oldest one comes first.
         *
         *     Needs the role `admin` or a higher one.
         */
        get: operations["listCrmWebhooks"];
        put?: never;
        /**
         * Send inbox events to an address
         * @description Events are signed by the Standard Webhooks scheme. The secret is in this answer only. An answer other than 2xx is retried for about a day; 410 disables the webhook.
         *
         *     Needs the role `admin` or a higher one.
         */
        post: operations["createCrmWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/crm/webhooks/{webhookId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete a webhook of the inbox with its deliveries
         * @description Needs the role `admin` or a higher one.
         */
        delete: operations["deleteCrmWebhook"];
        options?: never;
        head?: never;
        /**
         * Change a webhook of the inbox
         * @description Needs the role `admin` or a higher one.
         */
        patch: operations["updateCrmWebhook"];
        trace?: never;
    };
    "/api/crm/webhooks/{webhookId}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the deliveries of a webhook
         * @description The newest one comes first.
         *
         *     Needs the role `admin` or a higher one.
         */
        get: operations["listCrmWebhookDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/crm/webhooks/{webhookId}/deliveries/{deliveryId}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send an event again
         * @description With the current content of its subject, and the same id.
         *
         *     Needs the role `admin` or a higher one.
         */
        post: operations["retryCrmWebhookDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/crm/conversations/{conversationId}/messages/{messageId}/hide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hide a comment
         * @description Its author still sees it. Its replies are hidden with it.
         *
         *     Needs the role `editor` or a higher one.
         */
        post: operations["hideMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/crm/conversations/{conversationId}/messages/{messageId}/unhide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Show a hidden comment again
         * @description Needs the role `editor` or a higher one.
         */
        post: operations["unhideMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/crm/conversations/{conversationId}/messages/{messageId}/like": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Like a comment
         * @description Needs the role `editor` or a higher one.
         */
        post: operations["likeMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/crm/conversations/{conversationId}/messages/{messageId}/unlike": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take back the like of a comment
         * @description Needs the role `editor` or a higher one.
         */
        post: operations["unlikeMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/crm/conversations/{conversationId}/messages/{messageId}/delete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Delete a comment of your own
         * @description On TikTok, with its replies. Comments of others can only be hidden.
         *
         *     Needs the role `editor` or a higher one.
         */
        post: operations["deleteMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/crm/conversations/{conversationId}/reply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reply to a comment
         * @description The reply is stored, then sent once. If the answer of TikTok is lost, the service looks for the reply and does not send it again. Read its status with GET /api/crm/conversations/{conversationId}/replies/{replyId}.
         *
         *     Needs the role `editor` or a higher one.
         */
        post: operations["reply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/crm/conversations/{conversationId}/replies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the replies that users have written
         * @description With their delivery status, the newest one first. Confirmed ones are also messages of the conversation.
         *
         *     Needs the role `viewer` or a higher one.
         */
        get: operations["listReplies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/crm/conversations/{conversationId}/replies/{replyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a reply with its delivery status
         * @description Needs the role `viewer` or a higher one.
         */
        get: operations["getReply"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/crm/conversations/{conversationId}/replies/{replyId}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Look again for a reply whose outcome is unknown
         * @description Changes nothing for a reply with another status.
         *
         *     Needs the role `editor` or a higher one.
         */
        post: operations["checkReply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/crm/conversations/{conversationId}/replies/{replyId}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a reply again
         * @description Of a reply that failed, or whose outcome stayed unknown. In the second case, look at TikTok first. It becomes a new reply; called again, it returns the same one.
         *
         *     Needs the role `editor` or a higher one.
         */
        post: operations["retryReply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/crm/conversations/{conversationId}/direct": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the messaging window, reactions and read mark
         * @description Of a conversation of direct messages: whether you may write now, until when, and how many messages.
         *
         *     Needs the role `viewer` or a higher one.
         */
        get: operations["getDirect"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/crm/conversations/{conversationId}/images": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload an image to send
         * @description Send the bytes of a JPG or PNG of at most 3 MB as the body. TikTok keeps an image for 30 days; the same bytes are uploaded once.
         *
         *     Needs the role `editor` or a higher one.
         */
        post: operations["uploadImage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/crm/conversations/{conversationId}/typing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Show the person that you are typing
         * @description TikTok shows it for 5 s.
         *
         *     Needs the role `editor` or a higher one.
         */
        post: operations["showTyping"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/crm/conversations/{conversationId}/seen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Show the person that you have read the messages
         * @description Needs the role `editor` or a higher one.
         */
        post: operations["showSeen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/crm/saved-replies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List saved replies
         * @description The newest one comes first.
         *
         *     Needs the role `viewer` or a higher one.
         */
        get: operations["listSavedReplies"];
        put?: never;
        /**
         * Save a reply
         * @description Needs the role `editor` or a higher one.
         */
        post: operations["createSavedReply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/crm/saved-replies/{savedReplyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a saved reply
         * @description Needs the role `viewer` or a higher one.
         */
        get: operations["getSavedReply"];
        /**
         * Change a saved reply
         * @description Needs the role `editor` or a higher one.
         */
        put: operations["replaceSavedReply"];
        post?: never;
        /**
         * Delete a saved reply
         * @description Needs the role `editor` or a higher one.
         */
        delete: operations["deleteSavedReply"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ads/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List ad accounts for ads
         * @description From the service’s copy. An account that cannot be used is listed with the reason and the fix.
         *
         *     Needs the role `viewer` or a higher one.
         */
        get: operations["listAdsAccounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ads/accounts/{accountId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an ad account with its balance and what it may do
         * @description Asks TikTok. What TikTok refuses is a part of the answer, with the reason and the fix.
         *
         *     Needs the role `viewer` or a higher one.
         */
        get: operations["getAdsAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ads/audiences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List audiences
         * @description The newest comes first.
         *
         *     Needs the role `viewer` or a higher one.
         */
        get: operations["list"];
        put?: never;
        /**
         * Create an audience
         * @description TikTok gets to know it with its first file; append one next.
         *
         *     Needs the role `editor` or a higher one.
         */
        post: operations["create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ads/audiences/{audienceId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an audience
         * @description Contains its uploads with their quality reports, and how many updates TikTok still allows.
         *
         *     Needs the role `viewer` or a higher one.
         */
        get: operations["get"];
        put?: never;
        post?: never;
        /**
         * Delete an audience
         * @description TikTok refuses while an ad group uses it; disconnect it first.
         *
         *     Needs the role `editor` or a higher one.
         */
        delete: operations["delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ads/audiences/{audienceId}/apply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Use an audience in ad groups
         * @description Changes manual ad groups and those of Upgraded Smart+ campaigns. Each change is in GET /api/ads/changes.
         *
         *     Needs the role `editor` or a higher one.
         */
        post: operations["apply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ads/audiences/{audienceId}/lookalike": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a lookalike audience
         * @description Needs the role `editor` or a higher one.
         */
        post: operations["lookalike"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ads/audiences/{audienceId}/append": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Append customers to an audience
         * @description Send CSV or NDJSON as the body, or as the multipart field "file". Identifiers are hashed while they arrive; only the hashes are stored and sent.
         *
         *     Needs the role `editor` or a higher one.
         */
        post: operations["append"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ads/audiences/{audienceId}/replace": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replace the customers of an audience
         * @description Send CSV or NDJSON as the body, or as the multipart field "file". Identifiers are hashed while they arrive; only the hashes are stored and sent.
         *
         *     Needs the role `editor` or a higher one.
         */
        post: operations["replace"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ads/audiences/{audienceId}/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remove customers from an audience
         * @description Send CSV or NDJSON as the body, or as the multipart field "file". Identifiers are hashed while they arrive; only the hashes are stored and sent.
         *
         *     Needs the role `editor` or a higher one.
         */
        post: operations["remove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ads/call": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read from TikTok directly
         * @description Passes a read through to TikTok, for endpoints that this API has no call of its own for. A path that is not allowed is answered with the list of those that are.
         *
         *     Needs the role `viewer` or a higher one.
         */
        post: operations["callTikTokAds"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ads/creatives/videos": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload a video to an ad account
         * @description Send the file as the multipart field `file`, or JSON with its `url` or its `publicationId`. The service sends it to TikTok in the background; read the creative until its status is `ready`. The same bytes in the same account answer the creative that exists.
         *
         *     Needs the role `editor` or a higher one.
         */
        post: operations["createVideo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ads/creatives/images": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload an image to an ad account
         * @description Send the file as the multipart field `file`, or JSON with its `url` or its `publicationId`. The service sends it to TikTok in the background; read the creative until its status is `ready`. The same bytes in the same account answer the creative that exists.
         *
         *     Needs the role `editor` or a higher one.
         */
        post: operations["createImage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ads/creatives": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List creatives
         * @description The newest creative comes first.
         *
         *     Needs the role `viewer` or a higher one.
         */
        get: operations["listCreatives"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ads/creatives/{creativeId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a creative
         * @description If the URLs of its covers have expired, the service reads new ones from TikTok.
         *
         *     Needs the role `viewer` or a higher one.
         */
        get: operations["getCreative"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Choose the cover of a video
         * @description Needs the role `editor` or a higher one.
         */
        patch: operations["chooseCover"];
        trace?: never;
    };
    "/api/upstream/call/tiktok-provider/upload-creative": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload a video or an image to an ad account
         * @description Does what `POST /api/ads/creatives/videos` and `…/images` do for a file that is given by `url` or `publicationId`. Send bytes to those calls.
         *
         *     Needs the role `editor` or a higher one.
         */
        post: operations["uploadCreative"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ads/validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Validate a launch without creating it
         * @description It checks the body by TikTok’s rules and against the ad account: identities, pixels, apps, audiences, media and posts. It returns every complaint with the field, the rule and a value that would pass.
         *
         *     Needs the role `viewer` or a higher one.
         */
        post: operations["validateLaunch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ads/tools/identities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List identities from which ads may appear
         * @description Needs the role `viewer` or a higher one.
         */
        get: operations["listIdentities"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ads/tools/pixels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List pixels with the events that ads may optimise for
         * @description Needs the role `viewer` or a higher one.
         */
        get: operations["listPixels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ads/tools/regions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List regions that ads may target
         * @description TikTok changes them rarely, so an answer may be 15 min old.
         *
         *     Needs the role `viewer` or a higher one.
         */
        get: operations["listRegions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ads/tools/languages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List languages that ads may target
         * @description TikTok changes them rarely, so an answer may be 15 min old.
         *
         *     Needs the role `viewer` or a higher one.
         */
        get: operations["listLanguages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ads/tools/interests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List interests that ads may target
         * @description TikTok changes them rarely, so an answer may be 15 min old.
         *
         *     Needs the role `viewer` or a higher one.
         */
        get: operations["listInterests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ads/tools/apps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List apps that ads may promote
         * @description Needs the role `viewer` or a higher one.
         */
        get: operations["listApps"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ads/tools/call-to-actions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List calls to action
         * @description Needs the role `viewer` or a higher one.
         */
        get: operations["listCallsToAction"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ads/tools/music": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List music for carousels
         * @description What TikTok recommends, or what it finds for a text.
         *
         *     Needs the role `viewer` or a higher one.
         */
        get: operations["listMusic"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ads/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the health of ad accounts
         * @description The service checks each account regularly. The settings say how often.
         *
         *     Needs the role `viewer` or a higher one.
         */
        get: operations["listAccountHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ads/health/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what is wrong with ads and ad accounts
         * @description The newest finding comes first. A notification reports each of them once.
         *
         *     Needs the role `viewer` or a higher one.
         */
        get: operations["listHealthFindings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ads/launches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List launches
         * @description The newest launch comes first.
         *
         *     Needs the role `viewer` or a higher one.
         */
        get: operations["listLaunches"];
        put?: never;
        /**
         * Launch a campaign
         * @description Creates the campaign, its ad groups and ads paused, waits for TikTok’s review, then enables ads, ad groups and the campaign. With `dryRun` it answers 200 with the plan and all complaints (`DryRunView`), and stores nothing.
         *
         *     Needs the role `editor` or a higher one.
         */
        post: operations["createLaunch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/upstream/call/tiktok-provider/launch-campaign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Launch a campaign (alias)
         * @description Alias of `POST /api/ads/launches`.
         *
         *     Needs the role `editor` or a higher one.
         */
        post: operations["launchCampaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ads/launches/{launchId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a launch with its plan
         * @description Needs the role `viewer` or a higher one.
         */
        get: operations["getLaunch"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ads/launches/{launchId}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve a launch
         * @description Another user than the one who requested it.
         *
         *     Needs the role `editor` or a higher one.
         */
        post: operations["approveLaunch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ads/launches/{launchId}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resume a failed launch
         * @description Repeats the step that failed. What exists already is not created again.
         *
         *     Needs the role `editor` or a higher one.
         */
        post: operations["resumeLaunch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ads/launches/{launchId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a launch
         * @description No further step is taken. What exists at TikTok stays there, paused, and is listed in the plan.
         *
         *     Needs the role `editor` or a higher one.
         */
        post: operations["cancelLaunch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ads/launches/{launchId}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Stream the progress of a launch as server-sent events
         * @description Each event `launch` is the launch as `GET /api/ads/launches/{launchId}` returns it. The first one comes at once. The stream ends when the launch is over. It also ends when the token expires, and after 15 min at the latest; then the event `end` gives the reason.
         *
         *     Needs the role `viewer` or a higher one.
         */
        get: operations["streamLaunch"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ads/policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the limits on ad spend
         * @description Needs the role `viewer` or a higher one.
         */
        get: operations["getPolicy"];
        /**
         * Set the limits on ad spend
         * @description Replaces all of them. What is absent gets its default. They never stop what already runs.
         *
         *     Needs the role `admin` or a higher one.
         */
        put: operations["setPolicy"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ads/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get figures of ads
         * @description Figures of an account, its campaigns, ad groups or ads, deleted ones included. With `Accept: text/csv`, all rows are streamed as CSV.
         *
         *     Needs the role `viewer` or a higher one.
         */
        get: operations["getAdMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/upstream/call/tiktok-provider/get-ad-metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get figures of ads (alias)
         * @description Alias of `GET /api/ads/metrics`, with the query in the body.
         *
         *     Needs the role `viewer` or a higher one.
         */
        post: operations["getAdMetricsViaProvider"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ads/metrics/sync": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Store daily figures of ads
         * @description Reads the figures of each object and day from TikTok, and stores them. `GET /api/ads/metrics?source=stored` returns them. A later run replaces what TikTok has changed.
         *
         *     Needs the role `editor` or a higher one.
         */
        post: operations["syncAdMetrics"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ads/metrics/reconciliation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Compare stored figures across levels
         * @description Compares the sums of campaigns, ad groups and ads with the totals of the account, by day, and names what may explain a difference. TikTok is not called.
         *
         *     Needs the role `viewer` or a higher one.
         */
        get: operations["compareAdMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ads/spark-posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List creators' posts that an ad account may promote
         * @description The newest authorisation comes first. If TikTok does not answer, `asOf` shows how old the list is.
         *
         *     Needs the role `viewer` or a higher one.
         */
        get: operations["listSparkPosts"];
        put?: never;
        /**
         * Authorise a creator's post by its code
         * @description The same code again answers the same post.
         *
         *     Needs the role `editor` or a higher one.
         */
        post: operations["authorizePost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ads/spark-posts/own": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List posts of connected accounts
         * @description Ads may promote them without a code. The newest 20 of each account are listed.
         *
         *     Needs the role `viewer` or a higher one.
         */
        get: operations["listOwnPosts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ads/spark-posts/{sparkPostId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Give up the authorisation of a post
         * @description Ads with the post stop.
         *
         *     Needs the role `editor` or a higher one.
         */
        delete: operations["unbindPost"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ads/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enable, pause or delete campaigns, ad groups or ads
         * @description Each id has a result of its own. Some may succeed while others fail.
         *
         *     Needs the role `editor` or a higher one.
         */
        post: operations["setStatus"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/upstream/call/tiktok-provider/pause-campaign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pause campaigns (alias)
         * @description Alias of `POST /api/ads/status` for campaigns.
         *
         *     Needs the role `editor` or a higher one.
         */
        post: operations["pauseCampaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ads/campaigns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List campaigns
         * @description The newest one comes first.
         *
         *     Needs the role `viewer` or a higher one.
         */
        get: operations["listCampaigns"];
        put?: never;
        /**
         * Create a campaign
         * @description It is created paused. Which kind TikTok creates follows from the objective and the date.
         *
         *     Needs the role `editor` or a higher one.
         */
        post: operations["createCampaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ads/campaigns/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a campaign as TikTok has it now
         * @description Needs the role `viewer` or a higher one.
         */
        get: operations["getCampaign"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a campaign
         * @description What is absent stays. The limits of PUT /api/ads/policy apply to a higher budget.
         *
         *     Needs the role `editor` or a higher one.
         */
        patch: operations["changeCampaign"];
        trace?: never;
    };
    "/api/ads/ad-groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List ad groups
         * @description The newest one comes first.
         *
         *     Needs the role `viewer` or a higher one.
         */
        get: operations["listAdGroups"];
        put?: never;
        /**
         * Create an ad group
         * @description It is created paused, of the same kind as its campaign.
         *
         *     Needs the role `editor` or a higher one.
         */
        post: operations["createAdGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ads/ad-groups/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an ad group as TikTok has it now
         * @description Needs the role `viewer` or a higher one.
         */
        get: operations["getAdGroup"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change an ad group
         * @description What is absent stays. The limits of PUT /api/ads/policy apply to a higher budget.
         *
         *     Needs the role `editor` or a higher one.
         */
        patch: operations["changeAdGroup"];
        trace?: never;
    };
    "/api/ads/ads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List ads
         * @description The newest one comes first.
         *
         *     Needs the role `viewer` or a higher one.
         */
        get: operations["listAds"];
        put?: never;
        /**
         * Create an ad
         * @description It is created paused, and TikTok reviews it.
         *
         *     Needs the role `editor` or a higher one.
         */
        post: operations["createAd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ads/ads/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an ad as TikTok has it now
         * @description Needs the role `viewer` or a higher one.
         */
        get: operations["getAd"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change an ad
         * @description What is absent stays. TikTok reviews the ad again.
         *
         *     Needs the role `editor` or a higher one.
         */
        patch: operations["changeAd"];
        trace?: never;
    };
    "/api/ads/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List changes of campaigns, ad groups and ads
         * @description Every change by a user, by a launch or in TikTok Ads Manager. The newest one comes first.
         *
         *     Needs the role `viewer` or a higher one.
         */
        get: operations["listChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ads/changes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a change
         * @description Needs the role `viewer` or a higher one.
         */
        get: operations["getChange"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ads/kill-switch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pause every campaign and stop every launch
         * @description It reads the campaigns of each ad account from TikTok and pauses those that are enabled. It goes on when one fails, and reports each. No policy blocks it. You can call it again at any time.
         *
         *     Needs the role `editor` or a higher one.
         */
        post: operations["pull"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/upstream/call/tiktok-provider/create-campaign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a campaign (alias)
         * @description Alias of `POST /api/ads/campaigns`.
         *
         *     Needs the role `editor` or a higher one.
         */
        post: operations["createCampaignViaProvider"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/upstream/call/tiktok-provider/create-ad-group": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create an ad group (alias)
         * @description Alias of `POST /api/ads/ad-groups`.
         *
         *     Needs the role `editor` or a higher one.
         */
        post: operations["createAdGroupViaProvider"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/social-activity/videos": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List videos with their latest counters
         * @description The newest video comes first, unless `sort` says otherwise.
         *
         *     Needs the role `viewer` or a higher one.
         */
        get: operations["listVideos"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/social-activity/videos/{videoId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read everything that is stored about a video
         * @description Each part says where it comes from and when it was read.
         *
         *     Needs the role `viewer` or a higher one.
         */
        get: operations["getVideo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/social-activity/videos/{videoId}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read how the figures of a video developed
         * @description A step has its last reading, or null if the video was not read in it. A step that is finer than the readings is refused.
         *
         *     Needs the role `viewer` or a higher one.
         */
        get: operations["getVideoHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/social-activity/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read totals and gains of all accounts, the best videos, and how fresh the figures are
         * @description A total carries the last reading of each video forward. An account that was not read in a step has null there, not zero.
         *
         *     Needs the role `viewer` or a higher one.
         */
        get: operations["getFiguresSummary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/social-activity/profile/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the followers, likes and videos of an account by day
         * @description Days are those of UTC. A day without a reading is null.
         *
         *     Needs the role `viewer` or a higher one.
         */
        get: operations["getProfileHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sync/policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get how often figures are read
         * @description Needs the role `viewer` or a higher one.
         */
        get: operations["getSyncPolicy"];
        /**
         * Set how often figures are read
         * @description Replaces the whole policy. What is null or absent gets the service’s default.
         *
         *     Needs the role `admin` or a higher one.
         */
        put: operations["setSyncPolicy"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sync/schedules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List when each account and kind is synced
         * @description Also why an account is not synced, and what an admin can do about it. Each has its latest run.
         *
         *     Needs the role `viewer` or a higher one.
         */
        get: operations["listSyncSchedules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        ActorView: {
            /** @description The `sub` of the token. */
            id: string;
            /** @description The `name` of the token; null if it has none. */
            name: string | null;
        };
        AuditTargetView: {
            /**
             * @description The name of the path parameter.
             * @example integrationId
             */
            parameter: string;
            /** @description The id of the object. A contact has a hash instead, because it may be erased. */
            id: string;
        };
        AdminActionView: {
            /** Format: uuid */
            id: string;
            /**
             * @description The operation id of the call in the OpenAPI document.
             * @example disconnectIntegration
             */
            action: string;
            actor: components["schemas"]["ActorView"];
            /**
             * @description The role of the user at that time; null for a finished consent, which the user gives at TikTok.
             * @enum {string|null}
             */
            role: "viewer" | "editor" | "admin" | "operator" | null;
            /** @description Empty if the path names no object. */
            targets: components["schemas"]["AuditTargetView"][];
            /** Format: date-time */
            at: string;
            /**
             * @description The HTTP status of the answer. Null while the call is running, and if the service ended before it answered: then look at the object.
             * @example 200
             */
            status: number | null;
            /** @description The `requestId` of the answer; null for a finished consent. */
            requestId: string | null;
        };
        SubjectView: {
            /**
             * @description What `id` identifies.
             * @enum {string}
             */
            type: "integration" | "publication" | "ad_account" | "app" | "organisation";
            /** @description The `id` of the integration or organisation, the `publishId` of the publication, or TikTok's id of the ad account or the app. */
            id: string;
        };
        AffectedWorkView: {
            /** @example publications */
            kind: string;
            /** @example 3 */
            count: number;
            /** @description A few of their names. */
            examples: string[];
            /**
             * @description The same as text to show to the user.
             * @example 3 publications that are not out yet
             */
            summary?: string;
        };
        NotificationView: {
            /** Format: uuid */
            id: string;
            /**
             * @description What happened. Use it to choose an icon and for filters.
             * @enum {string}
             */
            kind: "integration_expired" | "consent_ended" | "refresh_horizon" | "token_unreadable" | "publication_unknown" | "publication_failed" | "publication_overdue" | "quota_reached" | "sync_stalled" | "media_storage_full" | "ad_rejected" | "ad_account_suspended" | "ad_balance_low" | "ad_not_serving" | "ad_creative_fatigue" | "spark_post_expiring" | "audience_expiring" | "webhooks_replaced" | "webhooks_refused" | "webhooks_silenced" | "webhooks_missed" | "all_clear";
            /**
             * @description `critical`: something has stopped. `warning`: something will stop unless you act. `info`: no action is needed.
             * @enum {string}
             */
            severity: "info" | "warning" | "critical";
            /** @description One sentence to show to the user. */
            title: string;
            /** @description What happened, its effect, and what to do. */
            detail: string;
            /** @description What the notification is about. */
            subject: components["schemas"]["SubjectView"];
            /** @description The work that it stops. */
            affected: components["schemas"]["AffectedWorkView"][];
            /** @description A link that fixes it when opened in a browser. Present only for callers who may use it. */
            actionUrl?: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            readAt: string | null;
            /**
             * Format: date-time
             * @description When the problem was resolved.
             */
            resolvedAt: string | null;
        };
        ReadAllAnswer: {
            /** @description How many notifications were unread. */
            read: number;
        };
        ConnectedFamilies: {
            /** @description TikTok for Developers: profile, videos, publishing. */
            login: boolean;
            /** @description Business API: comments and insights. */
            account: boolean;
            /** @description Business API: ad accounts. */
            advertiser: boolean;
        };
        CapabilityView: {
            /**
             * @description What the account may be able to do.
             * @enum {string}
             */
            capability: "publish_public" | "publish_private" | "draft" | "list_videos" | "profile" | "read_comments" | "manage_comments" | "read_messages" | "send_messages" | "insights" | "ads";
            available: boolean;
            /** @description Why the capability is not available. */
            reason?: string;
            /** @description How to make it available. */
            fix?: string;
            /**
             * @description For developers: the call that starts the fix.
             * @enum {string}
             */
            fixCall?: "get-auth-url" | "get-ads-auth-url";
            /** @description For developers: a scope to request in that call. */
            fixScope?: string;
        };
        TokenView: {
            /**
             * @description The TikTok API that the token is for. `login`: TikTok for Developers. `account`: comments and insights. `advertiser`: ad accounts.
             * @enum {string}
             */
            family: "login" | "account" | "advertiser";
            /** Format: date-time */
            issuedAt: string;
            /**
             * Format: date-time
             * @description Null if the token does not expire.
             */
            accessExpiresAt: string | null;
            /**
             * Format: date-time
             * @description Reconnect the account before this time.
             */
            refreshExpiresAt: string | null;
            /** @description How many refreshes in a row have failed. */
            refreshFailures: number;
            /**
             * Format: date-time
             * @description When TikTok rejected the token permanently.
             */
            rejectedAt: string | null;
            rejectedReason: string | null;
        };
        AppView: {
            /** @description True if TikTok has audited the app: public posts are possible. */
            audited: boolean;
        };
        QuotaView: {
            /** @example posts_per_day */
            quota: string;
            used: number;
            limit: number;
            /** @description The length of the window in which TikTok counts. */
            windowSeconds: number;
        };
        RecentErrorView: {
            /** Format: date-time */
            at: string;
            /** @example publication */
            what: string;
            code: string;
            /** @description What happened and what to do, as text to show to the user. */
            message: string;
            /**
             * @deprecated
             * @description Use `message`, which has the same value. Version 1.0 removes this field.
             */
            sentence?: string;
        };
        IntegrationDetailsView: {
            /** Format: uuid */
            id: string;
            /**
             * @description Always `tiktok`.
             * @enum {string}
             */
            platform: "tiktok";
            /**
             * @description `pending`: the first consent is not complete. `active`: the account is connected. `expired`: reconnect the account. `disconnected`: an admin ended the connection.
             * @enum {string}
             */
            status: "pending" | "active" | "expired" | "disconnected";
            /** @description Why the integration is not active. */
            statusReason: string | null;
            /** @description TikTok's id of the account within our app. */
            openId: string;
            displayName: string | null;
            /** @description Requires the scope `user.info.profile`. */
            username: string | null;
            /** @description A signed link that expires. */
            avatarUrl: string | null;
            grantedScopes: string[];
            /** @description The scopes that were requested and not granted. */
            missingScopes: string[];
            /** @description The TikTok APIs for which the account has given its consent. */
            families: components["schemas"]["ConnectedFamilies"];
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            capabilities: components["schemas"]["CapabilityView"][];
            /** @description When each token expires. The answer never contains a token. */
            tokens: components["schemas"]["TokenView"][];
            app: components["schemas"]["AppView"];
            /** @description How much of TikTok's limits is used. */
            quotas: components["schemas"]["QuotaView"][];
            /** @description Recent errors, newest first. */
            lastErrors: components["schemas"]["RecentErrorView"][];
        };
        DisconnectAnswer: {
            /** Format: uuid */
            integrationId: string;
            /**
             * @description The service deletes its data in the background.
             * @enum {string}
             */
            status: "disconnected";
        };
        IntegrationView: {
            /** Format: uuid */
            id: string;
            /**
             * @description Always `tiktok`.
             * @enum {string}
             */
            platform: "tiktok";
            /**
             * @description `pending`: the first consent is not complete. `active`: the account is connected. `expired`: reconnect the account. `disconnected`: an admin ended the connection.
             * @enum {string}
             */
            status: "pending" | "active" | "expired" | "disconnected";
            /** @description Why the integration is not active. */
            statusReason: string | null;
            /** @description TikTok's id of the account within our app. */
            openId: string;
            displayName: string | null;
            /** @description Requires the scope `user.info.profile`. */
            username: string | null;
            /** @description A signed link that expires. */
            avatarUrl: string | null;
            grantedScopes: string[];
            /** @description The scopes that were requested and not granted. */
            missingScopes: string[];
            /** @description The TikTok APIs for which the account has given its consent. */
            families: components["schemas"]["ConnectedFamilies"];
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        ConversationView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            integrationId: string;
            /**
             * @description What the conversation consists of.
             * @enum {string}
             */
            kind: "comment";
            /** @example 7602997517160123666 */
            videoId: string;
            /** @description The comment that starts the thread. */
            rootCommentId: string;
            /** Format: date-time */
            lastMessageAt: string;
        };
        MessageView: {
            /** Format: uuid */
            id: string;
            /** @example 7602997517160123666 */
            commentId: string;
            /** @description TikTok's stable id of the author. */
            authorId: string | null;
            /** @description Null if TikTok did not send the text. */
            text: string | null;
            /**
             * @description Who sees the comment on TikTok. `deleted`: the text is deleted here, too. `unknown`: TikTok reported a state that this version does not know.
             * @enum {string}
             */
            visibility: "public" | "friends" | "hidden" | "deleted" | "unknown";
            /** Format: date-time */
            sentAt: string;
        };
        TriggerSyncDto: {
            /**
             * @description Always `tiktok`.
             * @enum {string}
             */
            platform: "tiktok";
            /**
             * @description What to fetch. `all`: every kind that this list names and the account allows.
             * @enum {string}
             */
            syncType: "all" | "profile" | "videos" | "comments" | "messages" | "ads" | "ad_comments";
            /**
             * Format: uuid
             * @description Only this integration. Without it: every connected account.
             */
            integrationId?: string;
        };
        TriggerSyncAnswer: {
            /** @description Follow the runs with GET /api/sync/runs. A run that is already in progress is not started again. */
            runIds: string[];
        };
        SyncWarningView: {
            /** @description What is missing, e.g. `insights` or the id of an ad account. */
            part: string;
            code: string;
            /** @description Why, and what to do, as text to show to the user. */
            message: string;
        };
        SyncRunView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            integrationId: string;
            /**
             * @description What the run fetches.
             * @enum {string}
             */
            syncType: "profile" | "videos" | "comments" | "messages" | "ads" | "ad_comments";
            /**
             * @description `cron`: the schedule started it. `manual`: POST /api/sync/trigger or a reconnect did. `webhook`: news from TikTok did.
             * @enum {string}
             */
            trigger: "cron" | "manual" | "webhook";
            /**
             * @description The progress of the run. `incomplete`: TikTok cut its list short. The service stored what TikTok listed, and the next sync tries again. `cancelled`: a user cancelled it, or the account does not allow this kind; then `failReason` says what to do.
             * @enum {string}
             */
            status: "queued" | "running" | "succeeded" | "incomplete" | "failed" | "cancelled";
            /** @description How many items the run has stored. It grows during the run. */
            items: number;
            /** @description How many items the run left out because TikTok's data about them could not be stored. */
            skipped: number;
            /** @description How many items the run will store in all; null while this is unknown. */
            total: number | null;
            /** @description Parts that TikTok has refused, while the rest was stored. */
            warnings: components["schemas"]["SyncWarningView"][];
            /** @description TikTok's ids of the run's latest calls, up to 20, from old to new. TikTok's support asks for them. */
            requestIds: string[];
            failCode: string | null;
            /** @description Why the run has not fetched everything and what to do, as text to show to the user. */
            failReason: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            startedAt: string | null;
            /** Format: date-time */
            finishedAt: string | null;
            /** @description Seconds from the start of the run to its end; null until it ends. */
            durationSeconds: number | null;
            /**
             * Format: date-time
             * @description When the next run of this account and kind is due. Null: none is planned.
             */
            nextDueAt: string | null;
        };
        WebhookEventView: {
            /** Format: uuid */
            id: string;
            /** @example post.publish.complete */
            event: string | null;
            /**
             * @description `received`: not handled yet; the service retries for seven days. `ignored`: the service had no use for it. `failed`: the service gave up. An admin can replay ignored and failed events. `quarantined`: the service did not understand the delivery, so that no organisation sees it; the doctor counts these.
             * @enum {string}
             */
            status: "received" | "processed" | "ignored" | "failed" | "quarantined";
            /** @description What TikTok sent about your accounts, parsed. Ids are text. Empty if it is about a person that was erased. */
            content: {
                [key: string]: unknown;
            };
            /** @description True if the signature was older than 5 minutes. */
            late: boolean;
            /**
             * Format: date-time
             * @description When it happened, according to TikTok.
             */
            eventTime: string | null;
            /** Format: date-time */
            receivedAt: string;
            /** Format: date-time */
            processedAt: string | null;
            /** @description Why the event failed or was ignored, what it waits for, or why it has no content. */
            failure: string | null;
        };
        EventCountView: {
            /**
             * @description Null for a delivery that the service does not understand.
             * @example comment.update
             */
            event: string | null;
            /**
             * @description The status of these events, as in the list.
             * @enum {string}
             */
            status: "received" | "processed" | "ignored" | "failed" | "quarantined";
            /** @description How many events of your accounts have this name and status. */
            count: number;
            /** @description False if this version does nothing with events of this name. It stores them, and an admin can replay them after an upgrade. */
            known: boolean;
            /**
             * Format: date-time
             * @description When the latest of them arrived.
             */
            latestAt: string;
        };
        EventCountsView: {
            /** @description The most frequent first. */
            counts: components["schemas"]["EventCountView"][];
        };
        ReplayEventsDto: {
            /** @description `nextCursor` of the page before. */
            cursor?: string;
            /**
             * @description Only events in this status.
             * @enum {string}
             */
            status?: "processed" | "ignored" | "failed";
            /**
             * @description The name of the event, for example `comment.update`.
             * @example post.publish.complete
             */
            event?: string;
            /**
             * Format: uuid
             * @description Only events that concern this integration.
             */
            integrationId?: string;
            /**
             * @description Only events that the service received on this day of UTC, at this time, or later.
             * @example 2026-11-01
             */
            from?: string;
            /**
             * @description Only events that the service received before this time, or before the end of this day of UTC.
             * @example 2026-11-30
             */
            to?: string;
        };
        ReplayedEventsView: {
            /** @description How many events this call replays; up to 1,000. */
            replayed: number;
            /** @description Send it as `cursor` with the same filter to replay the next events. Null if no event is left. */
            nextCursor: string | null;
        };
        WebhookEventDetailView: {
            /** Format: uuid */
            id: string;
            /** @example post.publish.complete */
            event: string | null;
            /**
             * @description `received`: not handled yet; the service retries for seven days. `ignored`: the service had no use for it. `failed`: the service gave up. An admin can replay ignored and failed events. `quarantined`: the service did not understand the delivery, so that no organisation sees it; the doctor counts these.
             * @enum {string}
             */
            status: "received" | "processed" | "ignored" | "failed" | "quarantined";
            /** @description What TikTok sent about your accounts, parsed. Ids are text. Empty if it is about a person that was erased. */
            content: {
                [key: string]: unknown;
            };
            /** @description True if the signature was older than 5 minutes. */
            late: boolean;
            /**
             * Format: date-time
             * @description When it happened, according to TikTok.
             */
            eventTime: string | null;
            /** Format: date-time */
            receivedAt: string;
            /** Format: date-time */
            processedAt: string | null;
            /** @description Why the event failed or was ignored, what it waits for, or why it has no content. */
            failure: string | null;
            /** @description Headers of the delivery, by their lower-case names: `x-tt-logid` (quote it to TikTok’s support), `webhook-schema-version`, `user-agent` and `content-type`, as far as TikTok sent them. Null if none was stored. Values end after 200 characters. */
            headers: {
                [key: string]: string;
            } | null;
        };
        FindingView: {
            /** @example redirect_uris */
            check: string;
            /**
             * @description `warning`: it works in part, or it works now and will stop working later.
             * @enum {string}
             */
            status: "ok" | "warning" | "problem";
            /** @description What the check found, in one sentence. */
            detail: string;
            /** @description How to fix it. */
            fix?: string;
        };
        DoctorAnswer: {
            items: components["schemas"]["FindingView"][];
        };
        LiveAnswer: {
            /**
             * @description The process answers.
             * @enum {string}
             */
            status: "ok";
        };
        ReadyAnswer: {
            /**
             * @description This process can serve requests. Otherwise the answer is a 503.
             * @enum {string}
             */
            status: "ok";
            /**
             * @description PostgreSQL answers.
             * @enum {string}
             */
            database: "ok";
            /**
             * @description `unavailable`: Redis does not answer. No work is lost: the service finds jobs in the database, up to a second later. Without REDIS_URL the service needs no Redis, and this is `ok`.
             * @enum {string}
             */
            queue: "ok" | "unavailable";
            /**
             * @description `unavailable`: DATA_DIR failed recently and works again. While it fails the answer is a 503.
             * @enum {string}
             */
            dataFolder: "ok" | "unavailable";
            /**
             * @description `unavailable`: some accounts need a key that is missing; all others work. If the current encryption key is missing, the answer is a 503.
             * @enum {string}
             */
            encryptionKeys: "ok" | "unavailable";
            /** @description What is degraded, its effect, and what to do. */
            notes: string[];
        };
        AdAccountView: {
            /**
             * @description TikTok's id as text, because 19 digits do not fit a JavaScript number.
             * @example 7400000000000000002
             */
            advertiserId: string;
            /** Format: uuid */
            integrationId: string;
            name: string | null;
            /** @example USD */
            currency: string | null;
            /** @example America/New_York */
            timeZone: string | null;
            /** @example STATUS_ENABLE */
            status: string | null;
            /** @description False if TikTok no longer grants access to the ad account. */
            accessible: boolean;
            /** Format: date-time */
            refreshedAt: string;
        };
        GetAuthUrlDto: {
            /**
             * @description Where the browser ends. Its origin must be in RETURN_URL_ORIGINS.
             * @example https://admin.example/integrations
             */
            returnUrl: string;
            /**
             * @description The permissions to request. `business.creator.insights` requests comments and insights (Business API).
             * @example [
             *       "user.info.basic",
             *       "user.info.profile",
             *       "user.info.stats",
             *       "video.list",
             *       "video.upload",
             *       "video.publish",
             *       "business.creator.insights"
             *     ]
             */
            scopes: string[];
            /**
             * Format: uuid
             * @description The integration to reconnect.
             */
            integrationId?: string;
            /** @description If true, the user may choose another TikTok account than the integration has. Default: false. */
            allowDifferentAccount?: boolean;
        };
        AuthUrlAnswer: {
            /** @description Send the browser there. */
            authUrl: string;
        };
        GetAdsAuthUrlDto: {
            /**
             * @description Where the browser ends. Its origin must be in RETURN_URL_ORIGINS.
             * @example https://admin.example/integrations
             */
            returnUrl: string;
            /**
             * Format: uuid
             * @description The integration. Needed if several accounts are connected.
             */
            integrationId?: string;
        };
        AppRateBudgetView: {
            /**
             * @description `open`: TikTok for Developers. `business`: TikTok API for Business.
             * @enum {string}
             */
            api: "open" | "business";
            /**
             * @description Whose calls count: a path of TikTok's reference; `messaging`, `accounts` (the Accounts API) or `all` (every call to this API).
             * @example /v2/video/list/
             */
            covers: string;
            /**
             * @description The time in which TikTok counts. A UTC day starts at midnight.
             * @enum {string}
             */
            window: "second" | "minute" | "utc-day";
            /**
             * @description The most calls within the window.
             * @example 600
             */
            limit: number;
            /** @description Calls within the current window. Null if the service does not count (`TIKTOK_KEEP_RATE_LIMITS=false`), and, for a limit of the app, without the role `operator`: it contains the calls of other organisations. */
            used: number | null;
            /** @description Calls that are still possible now; null where `used` is. */
            left: number | null;
            /** @description Calls of your organisation's accounts. Null for the window `utc-day`, which is counted for the whole app only, and if the service does not count. */
            usedByOwn: number | null;
        };
        AppRateBudgetsView: {
            /** @description The limits that all accounts of the app share. */
            items: components["schemas"]["AppRateBudgetView"][];
        };
        RateBudgetView: {
            /**
             * @description `open`: TikTok for Developers. `business`: TikTok API for Business.
             * @enum {string}
             */
            api: "open" | "business";
            /**
             * @description Whose calls count: a path of TikTok's reference; `messaging`, `accounts` (the Accounts API) or `all` (every call to this API).
             * @example /v2/video/list/
             */
            covers: string;
            /**
             * @description The time in which TikTok counts. A UTC day starts at midnight.
             * @enum {string}
             */
            window: "second" | "minute" | "utc-day";
            /**
             * @description The most calls within the window.
             * @example 600
             */
            limit: number;
            /** @description Calls within the current window. Null if the service does not count (`TIKTOK_KEEP_RATE_LIMITS=false`), and, for a limit of the app, without the role `operator`: it contains the calls of other organisations. */
            used: number | null;
            /** @description Calls that are still possible now; null where `used` is. */
            left: number | null;
        };
        AccountRateBudgetsView: {
            /** @description The limits of this account, by endpoint. */
            items: components["schemas"]["RateBudgetView"][];
        };
        MediaFactsView: {
            /**
             * @description The container of a video, or the format of a photo.
             * @example mp4
             */
            format?: string;
            /**
             * @description `none` if the file has sound but no picture.
             * @example h264
             */
            codec?: string;
            /**
             * @description Pixels, as shown.
             * @example 1080
             */
            width?: number;
            /**
             * @description Pixels, as shown.
             * @example 1920
             */
            height?: number;
            /**
             * @description Frames per second.
             * @example 29.97
             */
            frameRate?: number;
            /** @example 14.2 */
            durationSeconds?: number;
            /**
             * @description `unreadable`: no player opens the file. `encrypted`: it needs a key. `incomplete`: a part is missing.
             * @enum {string}
             */
            damage?: "unreadable" | "encrypted" | "incomplete";
        };
        PostProblemView: {
            /**
             * @description The field of the request to change.
             * @example media[0].frameRate
             */
            field: string;
            /** @description The position of the file, from 0. Present if the problem is about one file. */
            file?: number;
            /**
             * @description The rule that the post breaks. It is stable.
             * @example frame_rate_out_of_range
             * @enum {string}
             */
            rule: "media_format_unsupported" | "video_unreadable" | "photo_unreadable" | "video_codec_unsupported" | "frame_rate_out_of_range" | "picture_size_out_of_range" | "photo_resolution_too_high" | "video_too_large" | "photo_too_large" | "video_too_short" | "video_too_long" | "photo_count_out_of_range" | "caption_too_long" | "photo_title_too_long" | "too_many_mentions" | "privacy_level_missing" | "privacy_level_option_mismatch" | "privacy_level_always_public" | "unaudited_client_can_only_post_to_private_accounts" | "branded_content_private" | "disclosure_incomplete" | "ai_label_unavailable" | "cover_out_of_range" | "music_needs_business_account" | "url_invalid" | "url_ownership_unverified" | "upload_too_large" | "comment_disabled_by_creator" | "duet_disabled_by_creator" | "stitch_disabled_by_creator" | "not_for_photos" | "not_for_videos" | "not_for_drafts" | "photo_resolution_perhaps_too_high" | "media_incomplete" | "media_facts_unknown" | "spam_risk_too_many_posts" | "spam_risk_user_banned_from_posting" | "spam_risk" | "reached_active_user_cap";
            /**
             * @description The value that was found.
             * @example 15
             */
            value?: string | number | boolean;
            /**
             * @description What TikTok accepts.
             * @example 23 to 60
             */
            limit?: string | number;
            /** @example The video has 15 frames per second. TikTok accepts 23 to 60. */
            message: string;
            /** @example Export it at 30 frames per second. */
            fix: string;
            /**
             * @deprecated
             * @description Use `message`, which has the same value. Version 1.0 removes this field.
             * @example The video has 15 frames per second. TikTok accepts 23 to 60.
             */
            sentence?: string;
        };
        UploadAnswer: {
            /** Format: uuid */
            publishId: string;
            /**
             * @description `ready` once all files are uploaded, `awaiting_upload` while some are missing.
             * @enum {string}
             */
            status: "awaiting_upload" | "ready" | "scheduled" | "publishing" | "processing" | "published" | "public" | "in_inbox" | "failed" | "unknown" | "cancelled" | "removed";
            /** @description The position of the file, from 0. */
            position: number;
            sizeBytes: number;
            /** @description In hexadecimal digits. Compare it with your own hash to be sure. */
            sha256: string;
            /** @example video/mp4 */
            mediaType: string;
            /** @description What the file is. An absent fact could not be read. */
            facts: components["schemas"]["MediaFactsView"];
            /** @description Why TikTok would reject the file. publish-video rejects it, too. */
            problems: components["schemas"]["PostProblemView"][];
            /** @description What the user should know about the file. Warnings block nothing. */
            warnings: components["schemas"]["PostProblemView"][];
        };
        VideoMusicDto: {
            /**
             * @description A `soundId` from list-commercial-music.
             * @example 7000000000000000001
             */
            soundId: string;
            /** @description The volume of the music. */
            volume?: number;
            /** @description Where in the track the music starts, in milliseconds. */
            startMs?: number;
            /** @description Where in the track the music ends, in milliseconds. */
            endMs?: number;
            /** @description The volume of the video's own sound. */
            originalSoundVolume?: number;
        };
        EditPublicationDto: {
            /** @description Videos: if true, TikTok labels the video "Creator labeled as AI-generated". Off by default. */
            aiGenerated?: boolean;
            /** @description Videos: the frame that becomes the cover, in milliseconds. The first frame by default. */
            coverTimestampMs?: number;
            /** @description Videos: if true, viewers may make duets. Off by default. */
            allowDuet?: boolean;
            /** @description Videos: if true, viewers may make stitches. Off by default. */
            allowStitch?: boolean;
            /**
             * @description The name within your organisation. It is also the caption if you send none.
             * @example New product drop
             */
            title?: string;
            /**
             * @description Who can see the post. A direct post needs it, because TikTok requires an explicit choice; a draft takes none.
             * @enum {string}
             */
            privacyLevel?: "PUBLIC_TO_EVERYONE" | "MUTUAL_FOLLOW_FRIENDS" | "FOLLOWER_OF_CREATOR" | "SELF_ONLY";
            /** @description If true, viewers may comment. Off by default. */
            allowComment?: boolean;
            /** @description What TikTok shows: at most 2200 UTF-16 units under a video, 4000 under photos. */
            caption?: string;
            /** @description If true, the post promotes something: `brandOrganic` or `brandedContent` must say what. Off by default. */
            commercialDisclosure?: boolean;
            /** @description If true, the post promotes your own business. TikTok labels it "Promotional content". Off by default. */
            brandOrganic?: boolean;
            /** @description If true, the post is a paid partnership. TikTok labels it "Paid partnership"; it cannot be private. Off by default. */
            brandedContent?: boolean;
            /** @description Photos: the photo that becomes the cover, counted from 0. The first photo by default. */
            coverIndex?: number;
            /**
             * @description Photos: the line above the caption, at most 90 UTF-16 units.
             * @example Spring is here
             */
            photoTitle?: string;
            /** @description Photos: if true, TikTok may add music of its choice. Off by default. */
            autoAddMusic?: boolean;
            /** @description Only for accounts that publish through the Business API. Null removes the music. */
            music?: components["schemas"]["VideoMusicDto"] | null;
            /**
             * @description The new time of a scheduled post. Null publishes it immediately.
             * @example 2026-11-24T10:00
             */
            publishAt?: string | null;
            /**
             * @description IANA name of the time zone of `publishAt`.
             * @example Europe/Berlin
             */
            timeZone?: string;
            /**
             * Format: uuid
             * @description The `publishId` that init-video-upload or init-photo-upload returned.
             */
            publishId: string;
        };
        PostOptionsView: {
            /** @description If true, the post promotes something: `brandOrganic` or `brandedContent` must say what. Off by default. */
            commercialDisclosure?: boolean;
            /** @description If true, the post promotes your own business. TikTok labels it "Promotional content". Off by default. */
            brandOrganic?: boolean;
            /** @description If true, the post is a paid partnership. TikTok labels it "Paid partnership"; it cannot be private. Off by default. */
            brandedContent?: boolean;
            /** @description Videos: if true, TikTok labels the video "Creator labeled as AI-generated". Off by default. */
            aiGenerated?: boolean;
            /** @description Videos: the frame that becomes the cover, in milliseconds. The first frame by default. */
            coverTimestampMs?: number;
            /** @description Only for accounts that publish through the Business API. Photos take `soundId` only. */
            music?: components["schemas"]["VideoMusicDto"];
            /** @description Photos: the photo that becomes the cover, counted from 0. The first photo by default. */
            coverIndex?: number;
            /**
             * @description Photos: the line above the caption, at most 90 UTF-16 units.
             * @example Spring is here
             */
            photoTitle?: string;
            /** @description Photos: if true, TikTok may add music of its choice. Off by default. */
            autoAddMusic?: boolean;
        };
        PublicationMediaView: {
            /** @description The position of the file, from 0. */
            position: number;
            /**
             * @description `upload`: you send the file. `url`: TikTok fetches it from your address.
             * @enum {string}
             */
            source: "upload" | "url";
            /** @example video/mp4 */
            mediaType: string | null;
            sizeBytes: number | null;
            /** @description In hexadecimal digits. */
            sha256: string | null;
            /** @description Null if the file is not uploaded, or TikTok fetches it. An absent fact could not be read. */
            facts: components["schemas"]["MediaFactsView"] | null;
        };
        FailureView: {
            /**
             * @description Who can fix it. `user`: the owner of the TikTok account. `admin`: an admin of the organisation. `developer`: the operator of this service. `tiktok`: only TikTok.
             * @enum {string}
             */
            fixableBy: "user" | "admin" | "developer" | "tiktok";
            /**
             * @description When a retry may succeed; docs/errors.md explains each value. `never` and `after_fix`: not without a change.
             * @enum {string}
             */
            retry: "never" | "after_fix" | "reconnect" | "refresh_once" | "in_a_minute" | "in_five_minutes" | "at_utc_midnight" | "tomorrow" | "backoff";
            /** @description TikTok's documentation of the error. */
            link: string;
            /**
             * @deprecated
             * @description Use `fixableBy`, which has the same value. Version 1.0 removes this field.
             * @enum {string}
             */
            fixer?: "user" | "admin" | "developer" | "tiktok";
        };
        TransferProgress: {
            /** @description How many bytes TikTok has received. */
            uploadedBytes: number;
            /** @description The size of the file in bytes. */
            totalBytes: number;
        };
        PublicationView: {
            /** Format: uuid */
            publishId: string;
            /**
             * @description The progress of the publication; `statusText` of GET /api/publications/{publishId} explains it. `public`, `published`, `in_inbox`, `failed`, `cancelled` and `removed` are final. `unknown`: TikTok may or may not have the post.
             * @enum {string}
             */
            status: "awaiting_upload" | "ready" | "scheduled" | "publishing" | "processing" | "published" | "public" | "in_inbox" | "failed" | "unknown" | "cancelled" | "removed";
            /**
             * Format: date-time
             * @description When the post is planned to be published.
             */
            publishAt: string | null;
            /** @description IANA name of the time zone in which `publishAt` was chosen. */
            timeZone: string | null;
            /**
             * Format: date-time
             * @description While scheduled: when the post is expected to be published.
             */
            goesAt: string | null;
            /**
             * @description While scheduled: what the post waits for, its time or a limit of TikTok that is used up.
             * @enum {string|null}
             */
            waitsFor: "publish_at" | "posts_per_day" | "pending_drafts" | "active_users" | "init_rate" | null;
            /**
             * @description While scheduled: the same as text to show to the user.
             * @example Scheduled for 24 Nov 2026 at 00:10 (Europe/Berlin): the account has reached its limit of 15 posts in 24 hours.
             */
            waits?: string;
            /** @description What the status means, as text to show to the user. */
            statusText: string;
            /**
             * @description What is posted.
             * @enum {string}
             */
            kind: "video" | "photo";
            /**
             * @description `direct`: the post goes to the profile. `draft`: it goes to the inbox of the TikTok app, where the creator finishes and posts it.
             * @enum {string}
             */
            mode: "direct" | "draft";
            /** Format: uuid */
            integrationId: string;
            /** @description The name within your organisation. */
            title: string;
            /** @description What TikTok shows under the post. */
            caption: string;
            /**
             * @description Who can see the post. Null for drafts.
             * @enum {string|null}
             */
            privacyLevel: "PUBLIC_TO_EVERYONE" | "MUTUAL_FOLLOW_FRIENDS" | "FOLLOWER_OF_CREATOR" | "SELF_ONLY" | null;
            allowComment: boolean;
            allowDuet: boolean;
            allowStitch: boolean;
            /** @description Commercial disclosure, AI label, cover and music. */
            options: components["schemas"]["PostOptionsView"];
            media: components["schemas"]["PublicationMediaView"][];
            /** @description TikTok's 19-digit ids. TikTok reports them once it shows the post publicly. */
            postIds: string[];
            /** @description The public address of the post, once the post is public. */
            shareUrl?: string;
            /** @description TikTok's code or ours, if the post failed or its outcome is unknown. */
            failCode?: string;
            /** @description The same as text to show to the user: what happened, and what to do. */
            failReason?: string;
            failure?: components["schemas"]["FailureView"];
            /** @description How much of the video TikTok has received. Present for videos that were uploaded to this service. */
            progress?: components["schemas"]["TransferProgress"];
            /**
             * Format: uuid
             * @description The publication that this one retries.
             */
            retryOf: string | null;
            /**
             * Format: uuid
             * @description The publication that retries this one.
             */
            retriedBy: string | null;
            /**
             * Format: date-time
             * @description When the user accepted TikTok's terms.
             */
            consentedAt: string | null;
            consentedBy: string | null;
            createdBy: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            /**
             * @deprecated
             * @description Use `statusText`, which has the same value. Version 1.0 removes this field.
             */
            meaning?: string;
        };
        PublishIdDto: {
            /**
             * Format: uuid
             * @description The `publishId` that init-video-upload or init-photo-upload returned.
             */
            publishId: string;
        };
        MissingFile: {
            /** @description The position of the file, from 0. */
            position: number;
            /** @description Where to upload the file. The link expires. */
            uploadUrl: string;
            /** @description Where to create and continue a resumable upload (tus 1.0) instead. */
            tusUrl: string;
        };
        RetryAnswer: {
            /**
             * Format: uuid
             * @description The new attempt.
             */
            publishId: string;
            /**
             * Format: uuid
             * @description The failed attempt.
             */
            retryOf: string;
            /**
             * @description `ready` if the service still has the files: publish it. `awaiting_upload` otherwise.
             * @enum {string}
             */
            status: "awaiting_upload" | "ready" | "scheduled" | "publishing" | "processing" | "published" | "public" | "in_inbox" | "failed" | "unknown" | "cancelled" | "removed";
            /** @description The files to upload again. */
            uploads: components["schemas"]["MissingFile"][];
        };
        MarkPublishedDto: {
            /**
             * Format: uuid
             * @description The `publishId` that init-video-upload or init-photo-upload returned.
             */
            publishId: string;
            /**
             * @description The number at the end of the link to the post, as text. With it the post counts as public.
             * @example 7602997517160123666
             */
            postId?: string;
        };
        MissingFilesView: {
            uploads: components["schemas"]["MissingFile"][];
        };
        PublicationsQuery: {
            /** @description How many items a page has. Default: 50. */
            limit?: number;
            /** @description `nextCursor` of the page before. */
            cursor?: string;
            /** @description Any of these statuses. In a query, a comma-separated list works too. */
            status?: ("awaiting_upload" | "ready" | "scheduled" | "publishing" | "processing" | "published" | "public" | "in_inbox" | "failed" | "unknown" | "cancelled" | "removed")[];
            /**
             * @description Only videos, or only photos.
             * @enum {string}
             */
            kind?: "video" | "photo";
            /**
             * Format: uuid
             * @description Only publications of this integration.
             */
            integrationId?: string;
            /**
             * @description Only publications that are planned for this time or later. If one has no planned time, its creation counts.
             * @example 2026-11-01T00:00:00Z
             */
            from?: string;
            /**
             * @description Only publications that are planned before this time.
             * @example 2026-12-01T00:00:00Z
             */
            to?: string;
            /** @description A part of the title or the caption. */
            text?: string;
        };
        InitVideoUploadDto: {
            /**
             * @description The name within your organisation. It is also the caption if you send none.
             * @example New product drop
             */
            title: string;
            /** @description If true, viewers may comment. Off by default. */
            allowComment?: boolean;
            /** @description If true, the post promotes something: `brandOrganic` or `brandedContent` must say what. Off by default. */
            commercialDisclosure?: boolean;
            /** @description If true, the post promotes your own business. TikTok labels it "Promotional content". Off by default. */
            brandOrganic?: boolean;
            /** @description If true, the post is a paid partnership. TikTok labels it "Paid partnership"; it cannot be private. Off by default. */
            brandedContent?: boolean;
            /** @description Videos: if true, TikTok labels the video "Creator labeled as AI-generated". Off by default. */
            aiGenerated?: boolean;
            /** @description Videos: the frame that becomes the cover, in milliseconds. The first frame by default. */
            coverTimestampMs?: number;
            /** @description Only for accounts that publish through the Business API. Photos take `soundId` only. */
            music?: components["schemas"]["VideoMusicDto"];
            /** @description Videos: if true, viewers may make duets. Off by default. */
            allowDuet?: boolean;
            /** @description Videos: if true, viewers may make stitches. Off by default. */
            allowStitch?: boolean;
            /**
             * @description What TikTok shows under the video, at most 2200 UTF-16 units. The title by default.
             * @example Check out our spring collection #springfashion
             */
            caption?: string;
            /**
             * @description Where TikTok fetches the video, instead of an upload. The address must be on a domain or under a prefix of TIKTOK_VERIFIED_URLS.
             * @example https://media.example.com/spring.mp4
             */
            videoUrl?: string;
            /**
             * @description `direct`: the post goes to the profile. `draft`: it goes to the inbox of the TikTok app, where the creator finishes and posts it. Default: "direct".
             * @enum {string}
             */
            mode?: "direct" | "draft";
            /**
             * @description Who can see the post. A direct post needs it, because TikTok requires an explicit choice; a draft takes none.
             * @enum {string}
             */
            privacyLevel?: "PUBLIC_TO_EVERYONE" | "MUTUAL_FOLLOW_FRIENDS" | "FOLLOWER_OF_CREATOR" | "SELF_ONLY";
            /**
             * Format: uuid
             * @description The account to post to. Needed if several accounts are connected.
             */
            integrationId?: string;
        };
        InitVideoUploadAnswer: {
            /** Format: uuid */
            publishId: string;
            /**
             * @description `awaiting_upload`, or `ready` if TikTok fetches the video itself.
             * @enum {string}
             */
            status: "awaiting_upload" | "ready" | "scheduled" | "publishing" | "processing" | "published" | "public" | "in_inbox" | "failed" | "unknown" | "cancelled" | "removed";
            /** @description Where to POST the video as multipart field "file", or to PUT its raw bytes. The link needs no JWT, and expires. Absent with `videoUrl`. */
            uploadUrl?: string;
            /** @description Where to create and continue a resumable upload (tus 1.0) instead. The link needs no JWT, and expires. */
            tusUrl?: string;
        };
        PhotoMusicDto: {
            /**
             * @description A `soundId` from list-commercial-music.
             * @example 7000000000000000001
             */
            soundId: string;
        };
        InitPhotoUploadDto: {
            /**
             * @description The name within your organisation. It is also the caption if you send none.
             * @example New product drop
             */
            title: string;
            /** @description If true, viewers may comment. Off by default. */
            allowComment?: boolean;
            /** @description If true, the post promotes something: `brandOrganic` or `brandedContent` must say what. Off by default. */
            commercialDisclosure?: boolean;
            /** @description If true, the post promotes your own business. TikTok labels it "Promotional content". Off by default. */
            brandOrganic?: boolean;
            /** @description If true, the post is a paid partnership. TikTok labels it "Paid partnership"; it cannot be private. Off by default. */
            brandedContent?: boolean;
            /** @description Photos: the photo that becomes the cover, counted from 0. The first photo by default. */
            coverIndex?: number;
            /**
             * @description Photos: the line above the caption, at most 90 UTF-16 units.
             * @example Spring is here
             */
            photoTitle?: string;
            /** @description Photos: if true, TikTok may add music of its choice. Off by default. */
            autoAddMusic?: boolean;
            /**
             * @description What TikTok shows under the photos, at most 4000 UTF-16 units. The title by default.
             * @example Five looks for spring #springfashion
             */
            caption?: string;
            /** @description How many photos you upload. Send either this or `photoUrls`. */
            photoCount?: number;
            /**
             * @description Where TikTok fetches the photos, instead of uploads. Each address must be on a domain or under a prefix of TIKTOK_VERIFIED_URLS.
             * @example [
             *       "https://media.example.com/1.jpg",
             *       "https://media.example.com/2.webp"
             *     ]
             */
            photoUrls?: string[];
            /** @description Only for accounts that publish through the Business API. */
            music?: components["schemas"]["PhotoMusicDto"];
            /**
             * @description `direct`: the post goes to the profile. `draft`: it goes to the inbox of the TikTok app, where the creator finishes and posts it. Default: "direct".
             * @enum {string}
             */
            mode?: "direct" | "draft";
            /**
             * @description Who can see the post. A direct post needs it, because TikTok requires an explicit choice; a draft takes none.
             * @enum {string}
             */
            privacyLevel?: "PUBLIC_TO_EVERYONE" | "MUTUAL_FOLLOW_FRIENDS" | "FOLLOWER_OF_CREATOR" | "SELF_ONLY";
            /**
             * Format: uuid
             * @description The account to post to. Needed if several accounts are connected.
             */
            integrationId?: string;
        };
        InitPhotoUploadAnswer: {
            /** Format: uuid */
            publishId: string;
            /**
             * @description `awaiting_upload`, or `ready` if TikTok fetches the photos itself.
             * @enum {string}
             */
            status: "awaiting_upload" | "ready" | "scheduled" | "publishing" | "processing" | "published" | "public" | "in_inbox" | "failed" | "unknown" | "cancelled" | "removed";
            /** @description Where to POST each photo as multipart field "file", or to PUT its raw bytes, in the order of the photos. The links need no JWT, and expire. Empty with `photoUrls`. */
            uploadUrls: string[];
            /** @description Where to create and continue a resumable upload (tus 1.0) of each photo instead. The links need no JWT, and expire. */
            tusUrls: string[];
        };
        PublishDto: {
            /**
             * Format: uuid
             * @description The `publishId` that init-video-upload or init-photo-upload returned.
             */
            publishId: string;
            /**
             * @description When to publish, at most 366 days ahead. Immediately by default. Send an offset (2026-11-24T10:00:00+01:00), or a local time with `timeZone`.
             * @example 2026-11-24T10:00
             */
            publishAt?: string;
            /**
             * @description IANA name of the time zone of `publishAt`. Messages show times in it.
             * @example Europe/Berlin
             */
            timeZone?: string;
        };
        PublishAnswer: {
            /** Format: uuid */
            publishId: string;
            /**
             * @description The progress of the publication; `statusText` of GET /api/publications/{publishId} explains it. `public`, `published`, `in_inbox`, `failed`, `cancelled` and `removed` are final. `unknown`: TikTok may or may not have the post.
             * @enum {string}
             */
            status: "awaiting_upload" | "ready" | "scheduled" | "publishing" | "processing" | "published" | "public" | "in_inbox" | "failed" | "unknown" | "cancelled" | "removed";
            /**
             * Format: date-time
             * @description When the post is planned to be published.
             */
            publishAt: string | null;
            /** @description IANA name of the time zone in which `publishAt` was chosen. */
            timeZone: string | null;
            /**
             * Format: date-time
             * @description While scheduled: when the post is expected to be published.
             */
            goesAt: string | null;
            /**
             * @description While scheduled: what the post waits for, its time or a limit of TikTok that is used up.
             * @enum {string|null}
             */
            waitsFor: "publish_at" | "posts_per_day" | "pending_drafts" | "active_users" | "init_rate" | null;
            /**
             * @description While scheduled: the same as text to show to the user.
             * @example Scheduled for 24 Nov 2026 at 00:10 (Europe/Berlin): the account has reached its limit of 15 posts in 24 hours.
             */
            waits?: string;
        };
        ListCommercialMusicDto: {
            /**
             * Format: uuid
             * @description The account to post to. Needed if several accounts are connected.
             */
            integrationId?: string;
            /**
             * @description One of TikTok's genres. All genres by default.
             * @example POP
             */
            genre?: string;
            /**
             * @description The country in which the music trends. TikTok uses US by default.
             * @example DE
             */
            countryCode?: string;
            /**
             * @description The period of the ranking. Default: "7DAY".
             * @enum {string}
             */
            dateRange?: "1DAY" | "7DAY" | "30DAY" | "90DAY";
        };
        CommercialTrackView: {
            /** @description What init-video-upload and init-photo-upload take as `music.soundId`. */
            soundId: string;
            name: string;
            artist: string;
            /** @description The length of the whole track. Null if TikTok does not say. */
            durationSeconds: number | null;
            genres: string[];
            /** @description 1 is the most popular. */
            rank: number | null;
            thumbnailUrl: string | null;
            /** @description A link to listen to the track. It expires after 6 hours. */
            previewUrl: string | null;
        };
        CommercialMusicAnswer: {
            /** @description At most 100 trending tracks, because TikTok has no search. */
            tracks: components["schemas"]["CommercialTrackView"][];
        };
        GetCreatorInfoDto: {
            /**
             * Format: uuid
             * @description The account to post to. Needed if several accounts are connected.
             */
            integrationId?: string;
        };
        CreatorRefusalView: {
            /**
             * @description Who can fix it. `user`: the owner of the TikTok account. `admin`: an admin of the organisation. `developer`: the operator of this service. `tiktok`: only TikTok.
             * @enum {string}
             */
            fixableBy: "user" | "admin" | "developer" | "tiktok";
            /**
             * @description When a retry may succeed; docs/errors.md explains each value. `never` and `after_fix`: not without a change.
             * @enum {string}
             */
            retry: "never" | "after_fix" | "reconnect" | "refresh_once" | "in_a_minute" | "in_five_minutes" | "at_utc_midnight" | "tomorrow" | "backoff";
            /** @example spam_risk_too_many_posts */
            code: string;
            /** @description Why the account cannot post and what to do, as text to show to the user. */
            message: string;
            /**
             * @deprecated
             * @description Use `message`, which has the same value. Version 1.0 removes this field.
             */
            sentence?: string;
            /**
             * @deprecated
             * @description Use `fixableBy`, which has the same value. Version 1.0 removes this field.
             * @enum {string}
             */
            fixer?: "user" | "admin" | "developer" | "tiktok";
        };
        PrivacyOptionView: {
            /**
             * @description Send it as `privacyLevel`.
             * @enum {string}
             */
            value: "PUBLIC_TO_EVERYONE" | "MUTUAL_FOLLOW_FRIENDS" | "FOLLOWER_OF_CREATOR" | "SELF_ONLY";
            /** @example Friends */
            label: string;
            /** @description If false, show the option greyed out. */
            available: boolean;
            /** @description Why the option is not available. */
            reason?: string;
        };
        InteractionView: {
            /** @description If false, show the switch greyed out. */
            available: boolean;
            /** @description Why the switch is not available. */
            reason?: string;
        };
        InteractionsView: {
            comment: components["schemas"]["InteractionView"];
            /** @description Videos only. */
            duet: components["schemas"]["InteractionView"];
            /** @description Videos only. */
            stitch: components["schemas"]["InteractionView"];
        };
        PostLimitsView: {
            /**
             * @description UTF-16 units, which a JavaScript string's length counts.
             * @example 2200
             */
            videoCaption: number;
            /** @example 4000 */
            photoCaption: number;
            /** @example 90 */
            photoTitle: number;
            /** @example 35 */
            photos: number;
            /**
             * @description The longest video in seconds. Block longer videos.
             * @example 600
             */
            videoSeconds?: number;
        };
        AutomaticMusicView: {
            /** @description The kinds of posts that take `autoAddMusic`. */
            kinds: ("video" | "photo")[];
            explanation: string;
        };
        MusicFactsView: {
            /** @description `music.soundId` of a post: a track from list-commercial-music. */
            track: components["schemas"]["InteractionView"];
            automatic: components["schemas"]["AutomaticMusicView"];
            /** @description Text to show to the user. */
            explanation: string;
        };
        AppStateView: {
            /** @description True if TikTok has audited the app (TIKTOK_APP_AUDITED). */
            audited: boolean;
            /** @description What that means for the post, as text to show to the user. */
            statusText: string;
            /**
             * @deprecated
             * @description Use `statusText`, which has the same value. Version 1.0 removes this field.
             */
            meaning?: string;
        };
        BrandChoiceView: {
            /**
             * @description The field of the post.
             * @example brandedContent
             */
            field: string;
            /** @example Branded content */
            name: string;
            /** @description The text to show beside the choice. */
            explanation: string;
            /**
             * @description The label that TikTok then shows on the post.
             * @enum {string}
             */
            label: "Promotional content" | "Paid partnership";
            /** @description Privacy levels that the choice excludes. */
            notWith: ("PUBLIC_TO_EVERYONE" | "MUTUAL_FOLLOW_FRIENDS" | "FOLLOWER_OF_CREATOR" | "SELF_ONLY")[];
        };
        DisclosureView: {
            /**
             * @description The field of the switch. It is off by default.
             * @example commercialDisclosure
             */
            field: string;
            /** @description The text to show beside the switch. */
            explanation: string;
            /** @description The text to show while the switch is on and no choice is made. The post cannot be published then. */
            hint: string;
            /** @description The choices. At least one is required while the switch is on. */
            choices: components["schemas"]["BrandChoiceView"][];
        };
        LinkView: {
            /**
             * @description The part of the text that is the link.
             * @example Music Usage Confirmation
             */
            text: string;
            /** @example https://www.tiktok.com/legal/page/global/music-usage-confirmation/en */
            url: string;
        };
        ConsentView: {
            /** @example By posting, you agree to TikTok's Music Usage Confirmation. */
            text: string;
            links: components["schemas"]["LinkView"][];
        };
        ConsentsView: {
            /** @description The text to show before the button that publishes. */
            plain: components["schemas"]["ConsentView"];
            /** @description The text to show instead if branded content is chosen. */
            branded: components["schemas"]["ConsentView"];
        };
        CreatorInfoView: {
            /** Format: uuid */
            integrationId: string;
            /**
             * @description Which of TikTok's APIs carries the posts.
             * @enum {string}
             */
            route: "open_api" | "business";
            /** @description Show it, because users must see which account they post to. */
            nickname?: string;
            username?: string;
            /** @description The link expires after 2 hours. Do not store it. */
            avatarUrl?: string;
            /** @description If false, show the reason instead of the form. */
            canPost: boolean;
            /** @description Why the account cannot post directly now. */
            refusal?: components["schemas"]["CreatorRefusalView"];
            /** @description The choices of `privacyLevel`. Preselect none: the user chooses. */
            privacyLevels: components["schemas"]["PrivacyOptionView"][];
            /** @description The switches for interactions. All are off until the user switches them on. */
            interactions: components["schemas"]["InteractionsView"];
            limits: components["schemas"]["PostLimitsView"];
            /** @description What music a post may have. */
            music: components["schemas"]["MusicFactsView"];
            app: components["schemas"]["AppStateView"];
            disclosure: components["schemas"]["DisclosureView"];
            consent: components["schemas"]["ConsentsView"];
            /** @description What else to show to the user before publishing. */
            notices: string[];
        };
        DeclaredFileDto: {
            /** @example 12000000 */
            sizeBytes?: number;
            /** @example mp4 */
            format?: string;
            /** @example h264 */
            codec?: string;
            /** @example 1080 */
            width?: number;
            /** @example 1920 */
            height?: number;
            /** @example 29.97 */
            frameRate?: number;
            /** @example 14.2 */
            durationSeconds?: number;
        };
        ValidatePublicationDto: {
            /** @description If true, the post promotes something: `brandOrganic` or `brandedContent` must say what. Off by default. */
            commercialDisclosure?: boolean;
            /** @description If true, the post promotes your own business. TikTok labels it "Promotional content". Off by default. */
            brandOrganic?: boolean;
            /** @description If true, the post is a paid partnership. TikTok labels it "Paid partnership"; it cannot be private. Off by default. */
            brandedContent?: boolean;
            /**
             * @description `direct`: the post goes to the profile. `draft`: it goes to the inbox of the TikTok app, where the creator finishes and posts it. Default: "direct".
             * @enum {string}
             */
            mode?: "direct" | "draft";
            /**
             * Format: uuid
             * @description The account to post to. Needed if several accounts are connected.
             */
            integrationId?: string;
            /** @description Photos: the photo that becomes the cover, counted from 0. The first photo by default. */
            coverIndex?: number;
            /** @description Photos: if true, TikTok may add music of its choice. Off by default. */
            autoAddMusic?: boolean;
            /**
             * @description The name within your organisation. It is also the caption if you send none.
             * @example New product drop
             */
            title?: string;
            /**
             * @description Who can see the post. A direct post needs it, because TikTok requires an explicit choice; a draft takes none.
             * @enum {string}
             */
            privacyLevel?: "PUBLIC_TO_EVERYONE" | "MUTUAL_FOLLOW_FRIENDS" | "FOLLOWER_OF_CREATOR" | "SELF_ONLY";
            /** @description If true, viewers may comment. Off by default. */
            allowComment?: boolean;
            /** @description Videos: if true, TikTok labels the video "Creator labeled as AI-generated". Off by default. */
            aiGenerated?: boolean;
            /** @description Videos: the frame that becomes the cover, in milliseconds. The first frame by default. */
            coverTimestampMs?: number;
            /** @description Only for accounts that publish through the Business API. Photos take `soundId` only. */
            music?: components["schemas"]["VideoMusicDto"];
            /** @description Videos: if true, viewers may make duets. Off by default. */
            allowDuet?: boolean;
            /** @description Videos: if true, viewers may make stitches. Off by default. */
            allowStitch?: boolean;
            /**
             * Format: uuid
             * @description A publication that exists. Leave out all other fields.
             */
            publishId?: string;
            /**
             * @description `photo` by default if you send `photoUrls` or `photoCount`, otherwise `video`.
             * @enum {string}
             */
            kind?: "video" | "photo";
            /** @example Check out our spring collection #springfashion */
            caption?: string;
            /** @description Photos: the line above the caption. */
            photoTitle?: string;
            /**
             * @description Videos: where TikTok would fetch the video. The service checks the address and fetches nothing.
             * @example https://media.example.com/spring.mp4
             */
            videoUrl?: string;
            /** @description Photos: where TikTok would fetch them. The service checks the addresses and fetches nothing. */
            photoUrls?: string[];
            /** @description Photos: how many you will upload. */
            photoCount?: number;
            /** @description What is known about each file, in their order. */
            media?: components["schemas"]["DeclaredFileDto"][];
        };
        ValidationAnswer: {
            /** @description False if publishing would be rejected. */
            ok: boolean;
            /** @description Why publishing would be rejected. */
            problems: components["schemas"]["PostProblemView"][];
            /** @description What the user should know. Warnings block nothing. */
            warnings: components["schemas"]["PostProblemView"][];
            /**
             * @description The labels that TikTok will show on the post.
             * @example [
             *       "Paid partnership"
             *     ]
             */
            labels: string[];
            /** @description The text to show before the button that publishes. */
            consent: components["schemas"]["ConsentView"];
            /**
             * Format: date-time
             * @description When the post would be published if you published it now. Null means immediately.
             */
            goesAt: string | null;
            /**
             * @description The limit of TikTok for which the post would wait.
             * @enum {string|null}
             */
            waitsFor: "posts_per_day" | "pending_drafts" | "active_users" | "init_rate" | null;
            /** @description The same as text to show to the user. */
            waits: string | null;
        };
        ConversationAdView: {
            /**
             * @description TikTok's advertiser id.
             * @example 7400000000000000002
             */
            accountId: string;
            adGroupId: string;
            adGroupName: string | null;
            adId: string | null;
            adName: string | null;
            campaignId: string | null;
            campaignName: string | null;
        };
        ConversationContactView: {
            /** Format: uuid */
            id: string;
            /** @description Null if TikTok has not shown it. */
            name: string | null;
            /** @description Without the at sign. Null if TikTok has not shown it. */
            username: string | null;
            /** @description A link that expires. */
            picture: string | null;
        };
        CrmConversationView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            integrationId: string;
            /**
             * @description `comment`: comments under a post. `ad_comment`: comments under an ad. `message`: direct messages.
             * @enum {string}
             */
            kind: "comment" | "ad_comment" | "message";
            /** @description The post, which may exist for an ad only; null for direct messages. */
            videoId: string | null;
            /** @description Null for conversations that no ad shows. If several ads show the post, it is one of them, always the same. */
            ad: components["schemas"]["ConversationAdView"] | null;
            /** @description The comment that starts the thread; null for direct messages. */
            rootCommentId: string | null;
            /**
             * @description A new message of a person reopens a closed conversation.
             * @enum {string}
             */
            status: "open" | "pending" | "closed";
            /** @description The user who answers; null if the conversation is not assigned. */
            assignee: string | null;
            /** @description Messages of persons that no user has read. */
            unreadCount: number;
            /**
             * Format: date-time
             * @description Null if no user has read it yet.
             */
            lastReadAt: string | null;
            /** @description Null if TikTok does not say who it is, or after an erasure. */
            contact: components["schemas"]["ConversationContactView"] | null;
            /** Format: date-time */
            lastMessageAt: string;
            /** @description The beginning of the newest message; null without a text. */
            lastMessageText: string | null;
            /**
             * @description `out`: the account wrote the newest message.
             * @enum {string|null}
             */
            lastMessageDirection: "in" | "out" | null;
            /**
             * Format: date-time
             * @description When a person last wrote.
             */
            lastInboundAt: string | null;
            /**
             * Format: date-time
             * @description When the account last wrote.
             */
            lastOutboundAt: string | null;
        };
        ConversationPage: {
            items: components["schemas"]["CrmConversationView"][];
            /** @description Absent on the last page. */
            nextCursor?: string;
            /**
             * Format: date-time
             * @description Present if a search by `q` stopped here, because its time was over: `items` has what it has found by then, perhaps nothing. Conversations without a message since then have not been searched. Continue with `nextCursor`.
             */
            searchedBackTo?: string;
        };
        StatusCountsView: {
            open: number;
            pending: number;
            closed: number;
        };
        KindCountsView: {
            comment: number;
            ad_comment: number;
            message: number;
        };
        AccountCountView: {
            /** Format: uuid */
            integrationId: string;
            count: number;
        };
        AssignmentCountsView: {
            /** @description Of the calling user. */
            mine: number;
            /** @description Of no user. */
            unassigned: number;
        };
        UnreadCountsView: {
            /** @description With all filters of the call. */
            total: number;
            byStatus: components["schemas"]["StatusCountsView"];
            byKind: components["schemas"]["KindCountsView"];
            /** @description An account without unread messages is absent. */
            byAccount: components["schemas"]["AccountCountView"][];
            byAssignment: components["schemas"]["AssignmentCountsView"];
            /** @description False: only the newest 10,000 unread conversations were counted, so that each count is the least. */
            isComplete: boolean;
        };
        MessageAuthorView: {
            /**
             * Format: uuid
             * @description The contact; null for the account itself, and if TikTok does not say who it is.
             */
            contactId: string | null;
            /** @description Null if TikTok has not shown it. */
            name: string | null;
            /** @description Without the at sign. Null if TikTok has not shown it. */
            username: string | null;
            /** @description A link that expires. */
            picture: string | null;
        };
        MessageMediaView: {
            /**
             * @description `pending`: it is being fetched from TikTok. `expired`: it was deleted after `CRM_MEDIA_DAYS`. `too_large`: it has more bytes than `CRM_MEDIA_MAX_MB` allows. `storage_full`: the organisation has used its `CRM_MEDIA_QUOTA_MB`; it is fetched if there is room again within 30 days. `unavailable`: TikTok no longer has it, or it is neither a picture nor a video.
             * @enum {string}
             */
            status: "pending" | "available" | "expired" | "too_large" | "storage_full" | "unavailable";
            /** @description A link that works for at least one hour without a token. Null unless it is `available`. */
            url: string | null;
            /**
             * @description Null until it is known.
             * @example image/jpeg
             */
            type: string | null;
            /** @description Its size. Null until it is known. */
            bytes: number | null;
            /** @description In pixels. Null if it is unknown. */
            width: number | null;
            /** @description In pixels. Null if it is unknown. */
            height: number | null;
        };
        CrmMessageView: {
            /** Format: uuid */
            id: string;
            /**
             * @description TikTok's id of the comment or message.
             * @example 7602997517160123666
             */
            tiktokId: string;
            /** @description TikTok's id of the comment that a reply answers. */
            parentTiktokId: string | null;
            /** @description `comment` or `reply`; for direct messages TikTok's type, e.g. `text`. */
            type: string | null;
            /**
             * @description `in`: a person wrote it. `out`: the account wrote it, here or in TikTok's app.
             * @enum {string}
             */
            direction: "in" | "out";
            author: components["schemas"]["MessageAuthorView"];
            /** @description Null without a text, and after a deletion or an erasure. */
            text: string | null;
            /** @description A link that expires. */
            imageUrl: string | null;
            /** @description What a direct message contains beside its text. */
            content: {
                [key: string]: unknown;
            } | null;
            /** @description The picture or video of a direct message; null for other messages. */
            media: components["schemas"]["MessageMediaView"] | null;
            /** @description As TikTok's list showed it last; null if it never has. */
            likes: number | null;
            /** @description As TikTok's list showed it last; null if it never has. */
            replies: number | null;
            /** @description True if the account likes the comment. */
            liked: boolean | null;
            /** @description True if the comment is pinned under the post. */
            pinned: boolean | null;
            /**
             * @description Who sees the comment on TikTok. `unknown`: TikTok reported a state that this version does not know.
             * @enum {string}
             */
            visibility: "public" | "friends" | "hidden" | "deleted" | "unknown";
            /**
             * @description How the service first heard of it.
             * @enum {string}
             */
            source: "webhook" | "poll" | "reply";
            /** Format: date-time */
            sentAt: string;
            /** @description True until a user marks the conversation as read. */
            unread: boolean;
            /**
             * Format: date-time
             * @description When a user marked it as read.
             */
            readAt: string | null;
            /**
             * Format: date-time
             * @description When the contact was erased.
             */
            erasedAt: string | null;
        };
        TimelineEventView: {
            /** Format: uuid */
            id: string;
            /**
             * @description What happened, e.g. `closed`, `assigned` or `hidden`.
             * @example hidden
             */
            type: string;
            /** Format: date-time */
            at: string;
            /** @description The user who caused it; null for TikTok, and for the service. */
            actor: string | null;
            /**
             * Format: uuid
             * @description The message that it concerns; null if it concerns the conversation.
             */
            messageId: string | null;
            /** @description What belongs to the type, e.g. the text of an edit. */
            details: {
                [key: string]: unknown;
            };
        };
        OutgoingView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            conversationId: string;
            /**
             * Format: uuid
             * @description The message that it answers. Null if the service does not have that message.
             */
            messageId: string | null;
            /**
             * @description What was sent.
             * @enum {string}
             */
            kind: "comment_reply" | "ad_comment_reply" | "direct_message";
            /** @description As the user wrote it. Null for a direct message without a text. */
            text: string | null;
            /**
             * @description `queued`: it waits. `sent`: it is on its way. `confirmed`: TikTok has it. `unknown`: TikTok's answer was lost; the service looks for the message, and does not send it again. `failed`: it was not posted.
             * @enum {string}
             */
            status: "queued" | "sent" | "confirmed" | "unknown" | "failed";
            /** @description The same as a sentence to show to the user, with what to do. */
            statusText: string;
            /**
             * @description What the user can do: `wait`, `retry`, or `check`, which is to look at TikTok before a retry. Null if nothing is left to do.
             * @enum {string|null}
             */
            action: "wait" | "check" | "retry" | null;
            /**
             * @description TikTok's id of the comment or message, once it is known.
             * @example 7602997517160123666
             */
            commentId: string | null;
            /**
             * @description `limited`: TikTok shows it probably only to its author. Null if the service does not know.
             * @enum {string|null}
             */
            reach: "public" | "limited" | null;
            /** @description Why it failed: TikTok's code, or one of this service. */
            failCode: string | null;
            /** @description The id of the user who wrote it. */
            createdBy: string;
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it was sent.
             */
            sentAt: string | null;
            /**
             * Format: date-time
             * @description When its outcome was known, or the search for it ended.
             */
            settledAt: string | null;
        };
        MessagingWindowView: {
            /** @description True if you may write now. TikTok may still refuse: it does not publish its rules in full. */
            isOpen: boolean;
            /** @description The same as a sentence to show to the user, with what to do. */
            text: string;
            /**
             * @description `not_started`: the person has not written. `first`: the person has not yet answered you. `answered`: the person has. `late`: the hours to answer are over.
             * @enum {string}
             */
            phase: "not_started" | "first" | "answered" | "late";
            /**
             * @description Why it is closed. `unknown_person`: the person is in Europe, and TikTok does not say who it is. `person_has_not_written`: you cannot write first. `blocked_by_tiktok`: TikTok has refused a message. `limit_reached`: all messages are used. `window_over`: the hours are over. Null if it is open.
             * @enum {string|null}
             */
            reason: "unknown_person" | "person_has_not_written" | "blocked_by_tiktok" | "limit_reached" | "window_over" | null;
            /**
             * Format: date-time
             * @description When this phase ends. Null if only a message of the person ends it.
             */
            openUntil: string | null;
            /** @description Null if there is no limit. */
            messagesLeft: number | null;
        };
        ReactionView: {
            /**
             * @description TikTok's id of the message.
             * @example 7602997517160123666
             */
            platformId: string;
            /**
             * @description Whose reaction it is.
             * @enum {string}
             */
            by: "person" | "account";
            /** @description The emoji, or the address of a drawn one. */
            emoji: string;
            /** Format: date-time */
            at: string;
        };
        DirectView: {
            /** @description When you may write, as far as TikTok's rules are known. */
            window: components["schemas"]["MessagingWindowView"];
            /** @description True while the person's request waits in the TikTok app. Answering accepts it. Null if TikTok has not said. */
            isRequest: boolean | null;
            /**
             * Format: date-time
             * @description The person has seen what the account sent until then. Null if TikTok has reported nothing.
             */
            readUntil: string | null;
            /** @description The emojis on messages, oldest first. */
            reactions: components["schemas"]["ReactionView"][];
        };
        ConversationDetailsView: {
            conversation: components["schemas"]["CrmConversationView"];
            /** @description The newest messages, the newest first. */
            messages: components["schemas"]["CrmMessageView"][];
            /** @description Continues with older messages: the `cursor` of the list of messages. Absent if all are here. */
            olderMessagesCursor?: string;
            /** @description The newest lines of the timeline, the newest first. */
            timeline: components["schemas"]["TimelineEventView"][];
            /** @description The newest 20 replies and direct messages that users have written and TikTok has not confirmed, the newest first. One that was sent again is left out. */
            unconfirmed: components["schemas"]["OutgoingView"][];
            /** @description The messaging window, reactions and read mark of direct messages; null for comments. */
            direct: components["schemas"]["DirectView"] | null;
        };
        AssignConversationDto: {
            /**
             * @description The id of the user who answers; null for no assignment.
             * @example user-17
             */
            assignee: string | null;
        };
        CrmContactView: {
            /** Format: uuid */
            id: string;
            /** @description TikTok's key of the person, the same in comments and messages. Null after an erasure. */
            personKey: string | null;
            /** @description Null if TikTok has not shown it, and after an erasure. */
            name: string | null;
            /** @description Without the at sign. Null if TikTok has not shown it, and after an erasure. */
            username: string | null;
            /** @description A link that expires. */
            picture: string | null;
            /**
             * Format: date-time
             * @description When the first stored message was sent.
             */
            firstSeenAt: string;
            /**
             * Format: date-time
             * @description When the newest stored message was sent.
             */
            lastSeenAt: string;
            /**
             * Format: date-time
             * @description When the contact was erased.
             */
            erasedAt: string | null;
        };
        ErasedContactView: {
            contact: components["schemas"]["CrmContactView"];
            /** @description How many messages lost their text and author. */
            erasedMessages: number;
        };
        InboxUserView: {
            /** @example user-17 */
            id: string;
        };
        InboxUsersView: {
            /** @description In alphabetical order, at most 200. */
            items: components["schemas"]["InboxUserView"][];
        };
        ConversationEventData: {
            organisationId: string;
            /** @description As `GET /api/crm/conversations/{conversationId}` shows it. */
            conversation: components["schemas"]["CrmConversationView"];
        };
        ConversationEvent: {
            /**
             * @description What happened.
             * @enum {string}
             */
            type: "conversation.created" | "conversation.updated";
            /**
             * Format: date-time
             * @description When it happened. `data` is read when the event is sent.
             */
            timestamp: string;
            data: components["schemas"]["ConversationEventData"];
        };
        MessageEventData: {
            organisationId: string;
            /** @description As `GET /api/crm/conversations/{conversationId}` shows it. */
            conversation: components["schemas"]["CrmConversationView"];
            /** @description As `GET /api/crm/conversations/{conversationId}/messages` shows it. */
            message: components["schemas"]["CrmMessageView"];
        };
        MessageEvent: {
            /**
             * @description A person or the account wrote a comment or a direct message: see `direction`.
             * @enum {string}
             */
            type: "message.created";
            /**
             * Format: date-time
             * @description When the service learned of it. `data` is read when the event is sent.
             */
            timestamp: string;
            data: components["schemas"]["MessageEventData"];
        };
        CreateWebhookDto: {
            /**
             * @description The address that receives the events: https, without a login, on the public internet.
             * @example https://crm.example/hooks/tiktok
             */
            url: string;
            /** @description The events that it receives. */
            events: ("conversation.created" | "conversation.updated" | "message.created")[];
        };
        NewCrmWebhookView: {
            /** Format: uuid */
            id: string;
            url: string;
            /** @description The events that it receives. */
            events: ("conversation.created" | "conversation.updated" | "message.created")[];
            enabled: boolean;
            /** @description Why the service has disabled it. Null if a user did, or if it is enabled. */
            disabledReason: string | null;
            /** @description The id of the user who created it. */
            createdBy: string;
            /** Format: date-time */
            createdAt: string;
            /**
             * @description Signs the events by the Standard Webhooks scheme. It is not shown again.
             * @example whsec_…
             */
            secret: string;
        };
        CrmWebhookView: {
            /** Format: uuid */
            id: string;
            url: string;
            /** @description The events that it receives. */
            events: ("conversation.created" | "conversation.updated" | "message.created")[];
            enabled: boolean;
            /** @description Why the service has disabled it. Null if a user did, or if it is enabled. */
            disabledReason: string | null;
            /** @description The id of the user who created it. */
            createdBy: string;
            /** Format: date-time */
            createdAt: string;
        };
        UpdateWebhookDto: {
            /** @description A new address. */
            url?: string;
            /** @description The events that it receives from now on. */
            events?: ("conversation.created" | "conversation.updated" | "message.created")[];
            /** @description false: nothing is sent, and events of that time are not sent later. */
            enabled?: boolean;
        };
        HookDeliveryView: {
            /**
             * Format: uuid
             * @description Also the header `webhook-id`; after further changes of the same conversation, a number follows it there.
             */
            id: string;
            /**
             * @description What happened.
             * @enum {string}
             */
            type: "conversation.created" | "conversation.updated" | "message.created";
            /** Format: uuid */
            conversationId: string;
            /**
             * Format: uuid
             * @description Null for events about a conversation.
             */
            messageId: string | null;
            /**
             * @description `pending`: it is sent, or repeated after a failure. `stopped`: the receiver wants no more, or the subject is gone. `given_up`: all attempts of about a day failed.
             * @enum {string}
             */
            status: "pending" | "delivered" | "stopped" | "given_up";
            /** @description Attempts so far of a pending delivery. */
            attempts: number;
            /** @description The HTTP status of the last answer. Null for none. */
            responseStatus: number | null;
            /** @description Why the last attempt failed, or why no other one follows. */
            failReason: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            settledAt: string | null;
            /**
             * Format: date-time
             * @description When the next attempt is due.
             */
            dueAt: string | null;
        };
        ReplyDto: {
            /**
             * @description What to post. `CRM_REPLY_MAX_LENGTH` limits its length.
             * @example It's ten euros. The link is in our bio.
             */
            text: string;
            /**
             * Format: uuid
             * @description The message to answer. By default, the newest one that is not your own.
             */
            messageId?: string;
        };
        QueuedReplyView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            conversationId: string;
            /**
             * Format: uuid
             * @description The message that it answers. Null if the service does not have that message.
             */
            messageId: string | null;
            /**
             * @description What was sent.
             * @enum {string}
             */
            kind: "comment_reply" | "ad_comment_reply" | "direct_message";
            /** @description As the user wrote it. Null for a direct message without a text. */
            text: string | null;
            /**
             * @description `queued`: it waits. `sent`: it is on its way. `confirmed`: TikTok has it. `unknown`: TikTok's answer was lost; the service looks for the message, and does not send it again. `failed`: it was not posted.
             * @enum {string}
             */
            status: "queued" | "sent" | "confirmed" | "unknown" | "failed";
            /** @description The same as a sentence to show to the user, with what to do. */
            statusText: string;
            /**
             * @description What the user can do: `wait`, `retry`, or `check`, which is to look at TikTok before a retry. Null if nothing is left to do.
             * @enum {string|null}
             */
            action: "wait" | "check" | "retry" | null;
            /**
             * @description TikTok's id of the comment or message, once it is known.
             * @example 7602997517160123666
             */
            commentId: string | null;
            /**
             * @description `limited`: TikTok shows it probably only to its author. Null if the service does not know.
             * @enum {string|null}
             */
            reach: "public" | "limited" | null;
            /** @description Why it failed: TikTok's code, or one of this service. */
            failCode: string | null;
            /** @description The id of the user who wrote it. */
            createdBy: string;
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it was sent.
             */
            sentAt: string | null;
            /**
             * Format: date-time
             * @description When its outcome was known, or the search for it ended.
             */
            settledAt: string | null;
            /** @description What the user should know. `similar_replies`: the account has sent this text several times within the last hour, and TikTok may show further ones only to their author. */
            warnings: "similar_replies"[];
        };
        CardAnswerDto: {
            /**
             * @description What the person sees and sends by pressing it: at most 20 characters for a button, 40 for a link.
             * @example Large
             */
            title: string;
            /**
             * @description Comes back in the timeline when the person presses it. By default, its number from 1.
             * @example size-l
             */
            id?: string;
        };
        CardDto: {
            /**
             * @description How the answers are shown.
             * @enum {string}
             */
            style: "buttons" | "links";
            /**
             * @description The question.
             * @example Which size?
             */
            title: string;
            /** @description The answers to choose from. */
            answers: components["schemas"]["CardAnswerDto"][];
        };
        NewMessageDto: {
            /**
             * @description A text. `CRM_MESSAGE_MAX_LENGTH` limits its length.
             * @example It's ten euros.
             */
            text?: string;
            /**
             * Format: uuid
             * @description An image that you have uploaded for this account. Its own message: TikTok takes no text with it.
             */
            imageId?: string;
            /**
             * @description A post of this account to share.
             * @example 7602997517160123666
             */
            videoId?: string;
            /** @description A question with answers to press. */
            card?: components["schemas"]["CardDto"];
            /**
             * Format: uuid
             * @description The message that a text answers. TikTok quotes it.
             */
            quotedMessageId?: string;
        };
        MessageImageView: {
            /**
             * Format: uuid
             * @description For the field `imageId` of a message.
             */
            id: string;
            /**
             * Format: date-time
             * @description When TikTok forgets the image. Upload it again after that.
             */
            expiresAt: string;
        };
        SavedReplyView: {
            /**
             * @description How users find it.
             * @example Opening hours
             */
            title: string;
            /**
             * @description What it says. The limit is that of direct messages; a reply to a comment is shorter.
             * @example We are open from 9 to 18.
             */
            text: string;
            /** Format: uuid */
            id: string;
            /** @description The user who last changed it. */
            updatedBy: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        SavedReplyDto: {
            /**
             * @description How users find it.
             * @example Opening hours
             */
            title: string;
            /**
             * @description What it says. The limit is that of direct messages; a reply to a comment is shorter.
             * @example We are open from 9 to 18.
             */
            text: string;
        };
        AccountProblemView: {
            /** @description Stable, for programs. TikTok's own code where TikTok refused. */
            code: string;
            reason: string;
            fix: string;
        };
        AdsAccountView: {
            /**
             * @description TikTok's advertiser id.
             * @example 7400000000000000002
             */
            accountId: string;
            /** Format: uuid */
            integrationId: string;
            name: string | null;
            /**
             * @description The currency of all its amounts.
             * @example USD
             */
            currency: string | null;
            /**
             * @description The days of its reports and budgets are days of this zone.
             * @example America/New_York
             */
            timeZone: string | null;
            /**
             * @description TikTok's own value.
             * @example STATUS_ENABLE
             */
            status: string | null;
            /** @description True if calls about this account can succeed. */
            usable: boolean;
            /** @description Null if nothing is wrong with the account. */
            problem: components["schemas"]["AccountProblemView"] | null;
            /**
             * Format: date-time
             * @description When the service last read this from TikTok.
             */
            asOf: string;
        };
        AccountBalanceView: {
            /**
             * @description A decimal number as text.
             * @example 1250.5
             */
            amount: string;
            /** @example USD */
            currency: string | null;
            /** @description The part that was paid. Null if TikTok does not show it to you. */
            cash: string | null;
            /** @description The part that TikTok granted as vouchers. Null if TikTok does not show it to you. */
            grant: string | null;
        };
        AccountAbilityView: {
            /**
             * @description `smart_plus`: creating Upgraded Smart+ campaigns. `identities`: TikTok accounts from which ads appear. `pixels`: measuring what visitors do on a website. `answer_comments`: replies to comments under ads.
             * @enum {string}
             */
            ability: "smart_plus" | "identities" | "pixels" | "answer_comments";
            /**
             * @description `unknown`: TikTok has not said yet.
             * @enum {string}
             */
            state: "yes" | "no" | "unknown";
            /** @description How many there are. Null where there is nothing to count, or it is unknown. */
            count: number | null;
            /** @description Null if the state is `yes`. */
            problem: components["schemas"]["AccountProblemView"] | null;
        };
        AdsAccountDetailsView: {
            /**
             * @description TikTok's advertiser id.
             * @example 7400000000000000002
             */
            accountId: string;
            /** Format: uuid */
            integrationId: string;
            name: string | null;
            /**
             * @description The currency of all its amounts.
             * @example USD
             */
            currency: string | null;
            /**
             * @description The days of its reports and budgets are days of this zone.
             * @example America/New_York
             */
            timeZone: string | null;
            /**
             * @description TikTok's own value.
             * @example STATUS_ENABLE
             */
            status: string | null;
            /** @description True if calls about this account can succeed. */
            usable: boolean;
            /** @description Null if nothing is wrong with the account. */
            problem: components["schemas"]["AccountProblemView"] | null;
            /**
             * Format: date-time
             * @description When the service last read this from TikTok.
             */
            asOf: string;
            /** @description Null if TikTok does not show it to you. */
            balance: components["schemas"]["AccountBalanceView"] | null;
            abilities: components["schemas"]["AccountAbilityView"][];
        };
        AudienceOptionsDto: {
            /**
             * @description `file` sends whole files. `segment` streams rows of 1,000, and cannot be replaced.
             * @enum {string}
             */
            delivery?: "file" | "segment";
            /** @description Removes `+tag` before the `@` of email addresses. Off by default. */
            stripPlusTag?: boolean;
            /** @description Removes dots before the `@` of email addresses. Off by default. */
            stripDots?: boolean;
            /** @description Keeps the `+` of phone numbers, such as +491711234567. On by default. */
            phonePlus?: boolean;
        };
        AudienceConsentDto: {
            /** @description The legal basis, such as `consent` or `contract`. */
            basis: string;
            /** @description Where the identifiers come from, such as `newsletter form`. */
            source: string;
            /** @description When they were collected, with a zone. */
            collectedAt: string;
        };
        NewAudienceDto: {
            /** @description The ad account. */
            accountId: string;
            name: string;
            options?: components["schemas"]["AudienceOptionsDto"];
            /** @description Why you may use these identifiers for advertising. */
            consent: components["schemas"]["AudienceConsentDto"];
            /** @description When TikTok deletes the audience, in days after its creation. Without it: 365 days after the last use. */
            retentionDays?: number;
        };
        AudiencePolicyView: {
            stripPlusTag: boolean;
            stripDots: boolean;
            phonePlus: boolean;
        };
        AudienceConsentView: {
            basis: string;
            source: string;
            /** Format: date-time */
            collectedAt: string;
        };
        AudienceView: {
            /** Format: uuid */
            id: string;
            accountId: string;
            name: string;
            /**
             * @description How the audience was made: from a file, or as a lookalike of another one.
             * @enum {string}
             */
            kind: "file" | "segment" | "lookalike";
            /** @description TikTok's id; null until TikTok has created it. Use it in `audienceIds` of a launch. */
            tiktokId: string | null;
            /**
             * @description The state at TikTok, as of the last look.
             * @enum {string}
             */
            status: "empty" | "sending" | "matching" | "ready" | "too_small" | "failed" | "deleted";
            statusText: string;
            /** @description Matched users, as text; null until TikTok has matched. */
            size: string | null;
            isValid: boolean | null;
            /** @description TikTok deletes it within 60 days. */
            isExpiring: boolean | null;
            /** Format: date-time */
            expiresAt: string | null;
            /**
             * Format: date-time
             * @description When TikTok reported size, validity and expiry.
             */
            asOf: string | null;
            options: components["schemas"]["AudiencePolicyView"];
            /** @description Null for a lookalike. */
            consent: components["schemas"]["AudienceConsentView"] | null;
            retentionDays: number | null;
            /** Format: date-time */
            createdAt: string;
        };
        ColumnReportView: {
            /**
             * @description What the column holds.
             * @enum {string}
             */
            kind: "email" | "phone" | "idfa" | "gaid" | "maid";
            /** @description The number of the column, from 1. Null in NDJSON. */
            position: number | null;
            /** @description True if the file had SHA-256 hashes there. */
            alreadyHashed: boolean;
            valid: number;
            invalid: number;
        };
        DefectView: {
            /**
             * @description Why a line, or an identifier in it, is not used.
             * @enum {string}
             */
            reason: "broken_line" | "empty_row" | "invalid_email" | "invalid_phone" | "phone_without_country" | "unknown_country" | "invalid_device_id";
            count: number;
            /** @description The first line numbers, at most 100. The report never shows values. */
            lines: number[];
        };
        ForecastView: {
            /** @description How many users TikTok must match before an audience can be used. */
            minimum: number;
            /**
             * @description `too_small`: the file cannot reach the minimum on its own.
             * @enum {string}
             */
            verdict: "too_small" | "depends_on_matching";
            /** @description The share of the rows that TikTok must match to reach the minimum; null if all would not be enough. */
            neededMatchRate: number | null;
        };
        QualityReportView: {
            /**
             * @description The format of the file.
             * @enum {string}
             */
            format: "csv" | "ndjson";
            /**
             * @description What separates the columns. Null for NDJSON.
             * @enum {string|null}
             */
            delimiter: "," | ";" | "tab" | null;
            hasHeader: boolean;
            columns: components["schemas"]["ColumnReportView"][];
            /** @description Rows without the header and blank lines. */
            rows: number;
            /** @description Rows with at least one valid identifier. Only these are sent. */
            usableRows: number;
            defects: components["schemas"]["DefectView"][];
            /** @description Usable rows whose first identifier appeared before. */
            duplicates: number;
            distinct: number;
            /** @description True for large files, in which duplicates are estimated within 1 % of the rows. */
            isEstimate: boolean;
            forecast: components["schemas"]["ForecastView"];
        };
        AudienceUploadView: {
            /** Format: uuid */
            id: string;
            /**
             * @description What the operation does with the audience.
             * @enum {string}
             */
            action: "append" | "replace" | "remove" | "apply" | "lookalike" | "delete";
            /**
             * @description How far the operation is.
             * @enum {string}
             */
            state: "staged" | "sending" | "unknown" | "matching" | "done" | "failed";
            /** @description Of files. */
            report: components["schemas"]["QualityReportView"] | null;
            /** @description Of `apply`. */
            adGroupIds: string[] | null;
            /**
             * @description Of `apply`.
             * @enum {string|null}
             */
            mode: "include" | "exclude" | "disconnect" | null;
            failCode: string | null;
            failMessage: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            sentAt: string | null;
            /** Format: date-time */
            finishedAt: string | null;
        };
        AudienceDetailsView: {
            /** Format: uuid */
            id: string;
            accountId: string;
            name: string;
            /**
             * @description How the audience was made: from a file, or as a lookalike of another one.
             * @enum {string}
             */
            kind: "file" | "segment" | "lookalike";
            /** @description TikTok's id; null until TikTok has created it. Use it in `audienceIds` of a launch. */
            tiktokId: string | null;
            /**
             * @description The state at TikTok, as of the last look.
             * @enum {string}
             */
            status: "empty" | "sending" | "matching" | "ready" | "too_small" | "failed" | "deleted";
            statusText: string;
            /** @description Matched users, as text; null until TikTok has matched. */
            size: string | null;
            isValid: boolean | null;
            /** @description TikTok deletes it within 60 days. */
            isExpiring: boolean | null;
            /** Format: date-time */
            expiresAt: string | null;
            /**
             * Format: date-time
             * @description When TikTok reported size, validity and expiry.
             */
            asOf: string | null;
            options: components["schemas"]["AudiencePolicyView"];
            /** @description Null for a lookalike. */
            consent: components["schemas"]["AudienceConsentView"] | null;
            retentionDays: number | null;
            /** Format: date-time */
            createdAt: string;
            /** @description Updates by file that TikTok still allows within 24 h. */
            updatesLeft: number;
            /**
             * Format: date-time
             * @description When the next update is possible; null for now.
             */
            nextUpdateAt: string | null;
            /**
             * Format: date-time
             * @description When the next replacement is possible; null for now.
             */
            nextReplaceAt: string | null;
            /** @description The latest operations, the newest first. */
            uploads: components["schemas"]["AudienceUploadView"][];
        };
        ApplyAudienceDto: {
            /** @description Ad groups of the same ad account, manual ones and those of Upgraded Smart+ campaigns. */
            adGroupIds: string[];
            /**
             * @description `include` shows ads to the audience, `exclude` to all others, `disconnect` ends both.
             * @enum {string}
             */
            mode: "include" | "exclude" | "disconnect";
            /** @description Why you do this. It stays in the list of changes. */
            reason?: string;
        };
        LookalikeDto: {
            /** @description The name of the new audience. */
            name: string;
            /**
             * @description How near the new audience is to its source.
             * @enum {string}
             */
            size: "NARROW" | "BALANCED" | "BROAD";
            /** @description Whether the source belongs to the new audience. */
            includeSource?: boolean;
            /** @description Countries by TikTok's location ids; GET /api/ads/tools/regions lists them. */
            locationIds: string[];
            /** @description ISO 3166 codes of the same countries, to check that TikTok offers lookalikes there. */
            markets?: string[];
            /**
             * @description The operating system of the users to find.
             * @enum {string}
             */
            mobileOs?: "ALL" | "ANDROID" | "IOS";
        };
        AudienceFileAnswer: {
            report: components["schemas"]["QualityReportView"];
            upload: components["schemas"]["AudienceUploadView"] | null;
        };
        AdsCallDto: {
            /** @description The ad account: TikTok's advertiser id, as text. The service sends it as `advertiser_id`. */
            accountId: string;
            /**
             * @description The path in TikTok's reference, without host and version.
             * @example /tool/region/
             */
            path: string;
            /** @description TikTok's parameters: texts, numbers, booleans, lists and objects. The service encodes lists and objects as TikTok requires. Send ids as text. */
            query?: {
                [key: string]: unknown;
            };
        };
        AdsCallAnswer: {
            /** @description TikTok's data, unchanged. Numbers that JavaScript cannot hold are texts. */
            data: string | number | boolean | null | {
                [key: string]: unknown;
            } | unknown[];
            /** @description Names the call to TikTok's support. Null if TikTok sent none. */
            requestId: string | null;
        };
        CreativeProgressView: {
            /** @description How many bytes TikTok has. */
            uploadedBytes: number;
            /** @description Null until the file is here. */
            totalBytes: number | null;
        };
        CoverView: {
            /** @description Use it as `coverImageId` of an ad. */
            imageId: string;
            width: number | null;
            height: number | null;
            /** @description Null once it has expired, after about an hour. */
            url: string | null;
            urlExpiresAt: string | null;
        };
        CreativeView: {
            /**
             * Format: uuid
             * @description The `uploadId` of a launch's creative.
             */
            id: string;
            accountId: string;
            /**
             * @description A video or an image.
             * @enum {string}
             */
            kind: "video" | "image";
            name: string;
            /**
             * @description Where the file came from.
             * @enum {string}
             */
            source: "upload" | "url" | "publication";
            /**
             * @description `receiving`: the service fetches the file. `uploading`: it sends the file to TikTok. `processing`: TikTok prepares it. `ready`: ads can use it. `unknown`: the file may be at TikTok, which could not be asked. It is not sent again.
             * @enum {string}
             */
            status: "receiving" | "uploading" | "processing" | "ready" | "failed" | "unknown";
            progress: components["schemas"]["CreativeProgressView"];
            /** @description Read from the file's bytes. Null until the file is here. */
            facts: components["schemas"]["MediaFactsView"] | null;
            /** @description MD5 of the bytes, hex. The same bytes are uploaded to an account once. */
            md5: string | null;
            /** @description TikTok's id of a video. */
            videoId: string | null;
            /** @description TikTok's id of an image. */
            imageId: string | null;
            /** @description The cover of a video that ads use by default. */
            coverImageId: string | null;
            covers: components["schemas"]["CoverView"][];
            /** @description Null once it has expired, after 6 h. */
            previewUrl: string | null;
            /** @description What TikTok finds wrong with the video, in TikTok's words, such as LOW_RESOLUTION. */
            flaws: string[];
            /** @description True if a carousel may use the image. Null for videos, and until TikTok says. */
            carouselUsable: boolean | null;
            failCode: string | null;
            /** @description Why it failed and what to do, as text to show to the user. */
            failReason: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        ChooseCoverDto: {
            /** @description One of the creative's covers. */
            coverImageId: string;
        };
        UploadCreativeDto: {
            /** @description The ad account, by TikTok's advertiser id. Media belong to one account. */
            accountId: string;
            /** @description A name that your organisation sees. By default, the file gets a name of its own. */
            name?: string;
            /** @description An https address on a domain, or under a prefix, that is listed in TIKTOK_VERIFIED_URLS. */
            url?: string;
            /**
             * Format: uuid
             * @description A publication whose file is still on this server, or was given by URL.
             */
            publicationId?: string;
            /**
             * @description By default a video.
             * @enum {string}
             */
            kind?: "video" | "image";
        };
        BudgetDto: {
            /**
             * @description `daily`: the amount is for a day. `lifetime`: for the whole run, which then needs an end. `none`: no budget on this level.
             * @enum {string}
             */
            mode: "daily" | "lifetime" | "none";
            /**
             * @description In the currency of the ad account. Absent for the mode `none`.
             * @example 50.00
             */
            amount?: string;
        };
        ScheduleDto: {
            /**
             * @description When delivery starts, with a zone.
             * @example 2026-12-01T09:00:00+01:00
             */
            start: string;
            /**
             * @description When delivery ends, with a zone. Null: it runs until it is paused.
             * @example 2026-12-31T23:00:00+01:00
             */
            end?: string | null;
        };
        BidDto: {
            /**
             * @description `BID_TYPE_NO_BID` spends the budget for the most results. `BID_TYPE_CUSTOM` keeps to `amount` for each result.
             * @enum {string}
             */
            type: "BID_TYPE_NO_BID" | "BID_TYPE_CUSTOM";
            /**
             * @description The price of one result, in the currency of the ad account. Only with `BID_TYPE_CUSTOM`.
             * @example 4.50
             */
            amount?: string;
            /**
             * @description Only for the goal VALUE: `VO_HIGHEST_VALUE`, or `VO_MIN_ROAS` with `roas`.
             * @example VO_HIGHEST_VALUE
             */
            deepBidType?: string;
            /**
             * @description The least return on ad spend, from 0.01 to 1000. Only with `VO_MIN_ROAS`.
             * @example 1.50
             */
            roas?: string;
        };
        FrequencyDto: {
            /** @example 3 */
            impressions: number;
            /** @example 7 */
            days: number;
        };
        TargetingDto: {
            /**
             * @description Ids of GET /api/ads/tools/regions. A country and a part of it must not stand together.
             * @example [
             *       "6252001"
             *     ]
             */
            locationIds: string[];
            /**
             * @example [
             *       "AGE_25_34"
             *     ]
             */
            ageGroups?: string[];
            /**
             * @description All genders by default.
             * @enum {string}
             */
            gender?: "GENDER_UNLIMITED" | "GENDER_MALE" | "GENDER_FEMALE";
            /**
             * @description Codes of GET /api/ads/tools/languages.
             * @example [
             *       "en"
             *     ]
             */
            languages?: string[];
            /**
             * @example [
             *       "ANDROID"
             *     ]
             */
            operatingSystems?: string[];
            interestCategoryIds?: string[];
            /** @description Audiences to reach. */
            audienceIds?: string[];
            /** @description Audiences to leave out. */
            excludedAudienceIds?: string[];
            /**
             * @description Upgraded Smart+ only. `AUTOMATIC`: TikTok takes the targeting as a suggestion.
             * @enum {string}
             */
            mode?: "AUTOMATIC" | "MANUAL";
        };
        IdentityDto: {
            /**
             * @description How the identity was authorised, as GET /api/ads/tools/identities shows it.
             * @enum {string}
             */
            type: "TT_USER" | "BC_AUTH_TT" | "AUTH_CODE" | "CUSTOMIZED_USER";
            /**
             * @description The id of GET /api/ads/tools/identities.
             * @example 7f0c1a52-21a4-5a3f-8b49-3e1d0e0f3b55
             */
            id: string;
            /** @description The business center that authorised the identity. Needed for `BC_AUTH_TT`. */
            businessCenterId?: string;
        };
        CreativeDto: {
            /** @description A video in the ad account's library. */
            videoId?: string;
            /** @description The cover of the video: an image in the ad account's library. */
            coverImageId?: string;
            /** @description The images of a carousel, 1 to 35, in the ad account's library. */
            imageIds?: string[];
            /** @description The music of a carousel. */
            musicId?: string;
            /**
             * Format: uuid
             * @description A creative of POST /api/ads/creatives.
             */
            uploadId?: string;
            /**
             * Format: uuid
             * @description A publication of this organisation. Its public post becomes the ad (Spark) if the identity is the account that posted it, and allows its posts as ads. Otherwise its video or photos are uploaded.
             */
            publicationId?: string;
            /** @description A post on TikTok that the identity may advertise (Spark). */
            postId?: string;
            /**
             * @description What the post shows, as GET /api/ads/spark-posts names it. A video by default.
             * @enum {string}
             */
            postType?: "VIDEO" | "CAROUSEL";
        };
        AdDto: {
            /** @example A */
            name: string;
            /** @description The TikTok account that shows the ad. */
            identity: components["schemas"]["IdentityDto"];
            creative: components["schemas"]["CreativeDto"];
            /**
             * @description The text below the ad, 1 to 100 characters; full-width characters count twice. Absent for a post (Spark).
             * @example New drop
             */
            text?: string;
            /**
             * @description The label of the button. It needs a destination.
             * @example SHOP_NOW
             */
            callToAction?: string;
            /** @description A dynamic call to action, made with TikTok's creative portfolio. It replaces `callToAction`. */
            callToActionId?: string;
            /** @example https://shop.example/spring */
            landingPageUrl?: string;
            /** @description A page or instant form on TikTok. */
            pageId?: string;
            /**
             * @description Needed for the goal PAGE_VISIT.
             * @enum {string}
             */
            tiktokPageCategory?: "PROFILE_PAGE" | "OTHER_TIKTOK_PAGE" | "TIKTOK_INSTANT_PAGE";
            /** @description If true, the video appears as an ad only. If false, it also appears on the profile. True by default. */
            darkPost?: boolean;
        };
        LaunchAdGroupDto: {
            /** @example US 25-34 */
            name: string;
            /**
             * @description What is promoted. Absent for REACH, VIDEO_VIEWS and ENGAGEMENT; otherwise WEBSITE by default, or what the objective implies.
             * @example WEBSITE
             */
            promotionType?: string;
            /**
             * @description LEAD_GENERATION only: INSTANT_PAGE or EXTERNAL_WEBSITE.
             * @example EXTERNAL_WEBSITE
             */
            promotionTargetType?: string;
            /** @example CONVERT */
            optimizationGoal: string;
            /**
             * @description What TikTok charges for. It follows from the goal, so you can leave it out.
             * @example OCPM
             */
            billingEvent?: string;
            /** @description A pixel of GET /api/ads/tools/pixels. */
            pixelId?: string;
            /**
             * @description The event to optimise for.
             * @example SHOPPING
             */
            optimizationEvent?: string;
            /** @description An app of GET /api/ads/tools/apps. */
            appId?: string;
            bid: components["schemas"]["BidDto"];
            /**
             * @description Goal VALUE only: the days in which purchases count. `SEVEN_DAYS` by default.
             * @enum {string}
             */
            valueWindow?: "SEVEN_DAYS" | "ZERO_DAY";
            /** @description Absent if the campaign's budget is spread over its ad groups. */
            budget?: components["schemas"]["BudgetDto"];
            /** @description The campaign's schedule by default. */
            schedule?: components["schemas"]["ScheduleDto"];
            /**
             * @description `PACING_MODE_SMOOTH` by default.
             * @enum {string}
             */
            pacing?: "PACING_MODE_SMOOTH" | "PACING_MODE_FAST";
            /** @description Half-hours of the week from Monday 00:00: 336 digits, 1 to deliver and 0 to rest. Always by default. */
            dayparting?: string;
            /**
             * @description Absent: TikTok chooses, or PLACEMENT_TIKTOK where it needs a choice.
             * @example [
             *       "PLACEMENT_TIKTOK"
             *     ]
             */
            placements?: string[];
            /** @description Needed for the objective REACH. */
            frequency?: components["schemas"]["FrequencyDto"];
            targeting: components["schemas"]["TargetingDto"];
            /** @description Catalog sales: the catalog. */
            catalogId?: string;
            /** @description Catalog sales: the business center that owns the catalog. */
            catalogBusinessCenterId?: string;
            /** @description 1 to 30 ads. */
            ads: components["schemas"]["AdDto"][];
        };
        LaunchBodyDto: {
            /**
             * @description At most 512 characters without emoji; Chinese, Japanese and Korean ones count twice.
             * @example Spring 2027
             */
            name: string;
            /** @example WEB_CONVERSIONS */
            objective: string;
            /** @description The budget of all ad groups together. Absent, or with the mode `none`: each ad group has its own. */
            budget?: components["schemas"]["BudgetDto"];
            /** @description If true, TikTok spreads the campaign's budget over the ad groups. If false, each ad group has its own, and that of the campaign is a ceiling. By default true if the campaign has a budget and no ad group has one. */
            budgetOptimization?: boolean;
            /** @description When the ad groups deliver, unless they have their own schedule. */
            schedule: components["schemas"]["ScheduleDto"];
            /** @description Declares a special ad category. TikTok then limits the targeting. */
            specialIndustries?: ("HOUSING" | "EMPLOYMENT" | "CREDIT")[];
            /**
             * @description APP_PROMOTION only. `APP_INSTALL` by default.
             * @enum {string}
             */
            appPromotionType?: "APP_INSTALL" | "APP_RETARGETING" | "APP_PREREGISTRATION" | "MINIS";
            /** @description WEB_CONVERSIONS only: if true, the campaign sells products of a catalog. */
            catalogEnabled?: boolean;
            /**
             * @description PRODUCT_SALES only: where the products are.
             * @enum {string}
             */
            productSource?: "CATALOG" | "STORE";
            /**
             * @description An ad account of GET /api/ads/accounts.
             * @example 7400000000000000001
             */
            accountId: string;
            /** @description A second launch with the same key returns the first one. */
            idempotencyKey?: string;
            /**
             * @description Why you do this. It stays in the list of changes.
             * @example spring launch
             */
            reason?: string;
            /** @description If true, nothing is created: the answer is the plan with all complaints. */
            dryRun?: boolean;
            /** @description If false, the campaign stays paused after TikTok's review, and the launch ends as `ready`. Its approved ads and their ad groups are enabled, so that enabling the campaign starts the delivery. True by default. */
            enableCampaign?: boolean;
            /** @description 1 to 30 ad groups. */
            adGroups: components["schemas"]["LaunchAdGroupDto"][];
        };
        ComplaintView: {
            /**
             * @description The field of the request to change.
             * @example adGroups[0].bid.amount
             */
            field: string;
            /**
             * @description The rule that the launch breaks. It is stable; docs/ads-validation.md lists all.
             * @example bid_amount_missing
             */
            rule: string;
            /** @description What is wrong, and what would pass. */
            message: string;
            /** @description The value that would pass. Null: leave the field out. Absent: only you can know it. */
            suggestion?: (string | number | boolean | null) | null;
        };
        DailySpendView: {
            /**
             * @description The most that TikTok may spend on one day. Null: a budget is missing.
             * @example 62.50
             */
            amount: string | null;
            /**
             * @description The mean of a day.
             * @example 50.00
             */
            mean: string | null;
            /**
             * @description ISO 4217. Null: TikTok has not sent the currency of the ad account.
             * @example USD
             */
            currency: string | null;
            /** @example At most 62.50 USD on one day, and 50.00 USD a day on average. */
            words: string;
        };
        UncheckedFieldView: {
            /**
             * @description The field of the request.
             * @example adGroups[0].pixelId
             */
            field: string;
            /** @description Why it could not be checked, e.g. because TikTok did not answer. It refuses nothing. */
            reason: string;
        };
        CheckedLaunchView: {
            /**
             * @description How TikTok creates the campaign: Upgraded Smart+ or manual. Null: it creates no such campaign.
             * @enum {string|null}
             */
            driver: "us_plus" | "manual" | null;
            /** @description What TikTok would refuse, in the order of the body. */
            complaints: components["schemas"]["ComplaintView"][];
            /** @description The number of complaints. Zero: the launch can go ahead. */
            errors: number;
            largestDailySpend: components["schemas"]["DailySpendView"];
            /** @description What could not be checked against the ad account. Empty: everything was. */
            unchecked: components["schemas"]["UncheckedFieldView"][];
        };
        IdentityView: {
            id: string;
            /** @description TT_USER, BC_AUTH_TT or AUTH_CODE. Ads of CUSTOMIZED_USER no longer run on TikTok. */
            type: string;
            name: string | null;
            username: string | null;
            imageUrl: string | null;
            /** @description Ads with a BC_AUTH_TT identity must name it. */
            businessCenterId: string | null;
            /** @description True if ads can use it now. */
            available: boolean;
            /** @description TikTok's word for why it is not, such as SCOPE_UNAVAILABLE. */
            availableStatus: string | null;
            /** @description True if ads can promote its existing posts (Spark). Null if the question does not arise. */
            canPromotePosts: boolean | null;
            /** @description True if ads can post uploaded videos as it. Null if the question does not arise. */
            canPostVideos: boolean | null;
            /** @description True if its ads never show on its profile. */
            adsOnly: boolean | null;
        };
        IdentitiesAnswer: {
            /**
             * Format: date-time
             * @description When TikTok answered.
             */
            asOf: string;
            items: components["schemas"]["IdentityView"][];
        };
        PixelEventView: {
            id: string | null;
            name: string | null;
            /** @description The value of an ad group's `optimizationEvent`. */
            optimizationEvent: string;
        };
        PixelView: {
            id: string;
            name: string | null;
            /** @description The id in the website's script. */
            code: string | null;
            category: string | null;
            events: components["schemas"]["PixelEventView"][];
        };
        PixelsAnswer: {
            /**
             * Format: date-time
             * @description When TikTok answered.
             */
            asOf: string;
            items: components["schemas"]["PixelView"][];
        };
        RegionView: {
            /** @description The value of an ad group's `locationIds`. */
            id: string;
            name: string | null;
            /** @description The region that contains it. Null for countries. */
            parentId: string | null;
            /** @example US */
            code: string | null;
            /** @example COUNTRY */
            level: string | null;
        };
        RegionsAnswer: {
            /**
             * Format: date-time
             * @description When TikTok answered.
             */
            asOf: string;
            items: components["schemas"]["RegionView"][];
        };
        LanguageView: {
            /** @description The value of an ad group's `languages`. */
            code: string;
            name: string | null;
        };
        LanguagesAnswer: {
            /**
             * Format: date-time
             * @description When TikTok answered.
             */
            asOf: string;
            items: components["schemas"]["LanguageView"][];
        };
        InterestView: {
            /** @description The value of an ad group's `interestCategoryIds`. */
            id: string;
            name: string | null;
            level: number | null;
            childIds: string[];
        };
        InterestsAnswer: {
            /**
             * Format: date-time
             * @description When TikTok answered.
             */
            asOf: string;
            items: components["schemas"]["InterestView"][];
        };
        PromotedAppView: {
            /** @description The value of an ad group's `appId`. */
            id: string;
            name: string | null;
            /** @description ANDROID or IOS. */
            platform: string | null;
            packageName: string | null;
            storeUrl: string | null;
            measurementPartner: string | null;
        };
        AppsAnswer: {
            /**
             * Format: date-time
             * @description When TikTok answered.
             */
            asOf: string;
            items: components["schemas"]["PromotedAppView"][];
        };
        RecommendedCallToActionView: {
            text: string;
            /** @description What a portfolio of it consists of. */
            assetIds: string[];
        };
        CallToActionPortfolioView: {
            /** @description The value of an ad's `callToActionId`. */
            id: string;
            text: string | null;
        };
        CallsToActionAnswer: {
            /**
             * Format: date-time
             * @description When TikTok answered.
             */
            asOf: string;
            /** @description All values of an ad's `callToAction`. */
            items: string[];
            recommended: components["schemas"]["RecommendedCallToActionView"][];
            /** @description Made before, for ads that name a call to action by its id. */
            portfolios: components["schemas"]["CallToActionPortfolioView"][];
        };
        MusicView: {
            /** @description The value of a carousel's `musicId`. */
            id: string;
            name: string | null;
            author: string | null;
            durationSeconds: number | null;
            style: string | null;
            /** @description Expires. */
            url: string | null;
            /** @description Expires. */
            coverUrl: string | null;
        };
        MusicAnswer: {
            /**
             * Format: date-time
             * @description When TikTok answered.
             */
            asOf: string;
            items: components["schemas"]["MusicView"][];
        };
        AccountHealthView: {
            /** @example 7400000000000000002 */
            accountId: string;
            /**
             * @description `waiting`: not checked yet. `checked`: TikTok answered. `refused`: TikTok refused something; `problem` says what to do. `not_connected`: no integration opens the account.
             * @enum {string}
             */
            state: "waiting" | "checked" | "refused" | "not_connected";
            problem: components["schemas"]["AccountProblemView"] | null;
            /**
             * @description TikTok's own value.
             * @example STATUS_ENABLE
             */
            status: string | null;
            /** @description A decimal number as text. Null: TikTok did not say. */
            balance: string | null;
            /** @example USD */
            currency: string | null;
            /**
             * Format: date-time
             * @description Null: not checked yet.
             */
            checkedAt: string | null;
        };
        HealthFindingView: {
            /** Format: uuid */
            id: string;
            accountId: string;
            /**
             * @description `account`: suspended, closed or rejected. `balance`: low or spent. `rejected`: an ad. `not_serving`: an enabled ad without an impression for a day. `spark_post`: the authorisation of a post ends. `audience`: TikTok is about to delete it.
             * @enum {string}
             */
            topic: "account" | "balance" | "rejected" | "not_serving" | "spark_post" | "audience";
            /** @description TikTok's id of the ad or post, our id of the audience, or a word. */
            objectId: string;
            campaignId: string | null;
            name: string | null;
            reason: string;
            fix: string | null;
            /**
             * Format: date-time
             * @description When the service first found it.
             */
            since: string;
        };
        PlannedStepView: {
            key: string;
            /**
             * @description What the step does.
             * @enum {string}
             */
            kind: "check" | "creative" | "call_to_action" | "campaign" | "ad_group" | "ad" | "review" | "enable_ads" | "enable_ad_groups" | "enable_campaign";
            name: string;
        };
        LaunchComplaintView: {
            /** @example adGroups[0].bid.amount */
            field: string;
            /** @description A stable name of the rule. */
            rule: string;
            /** @description What is wrong, and what would pass. */
            message: string;
            /** @description The value that would pass. Null: leave the field out. Absent if only you can know it. */
            suggestion?: (string | number | boolean | null) | null;
        };
        LargestDailySpendView: {
            /** @description Null: a budget is missing. */
            amount: string | null;
            currency: string | null;
            /** @example At most USD 62.50 on one day, and USD 50.00 a day on average */
            words: string;
        };
        DryRunView: {
            /** @description Always null: nothing is stored. */
            launchId: string | null;
            /**
             * @description The status with which the launch would start.
             * @enum {string}
             */
            status: "planned" | "awaiting_approval" | "uploading" | "creating" | "in_review" | "enabling" | "live" | "partly_live" | "ready" | "failed" | "cancelled";
            /**
             * @description How TikTok would manage the campaign. Null: the objective can no longer be created.
             * @enum {string|null}
             */
            family: "us_plus" | "manual" | null;
            plan: components["schemas"]["PlannedStepView"][];
            /** @description Empty if the launch may start. */
            complaints: components["schemas"]["LaunchComplaintView"][];
            /** @description What could not be checked against the ad account. The launch may start all the same. */
            unchecked: components["schemas"]["UncheckedFieldView"][];
            largestDailySpend: components["schemas"]["LargestDailySpendView"];
            /** @description True if another user has to approve the launch. */
            needsApproval: boolean;
        };
        LaunchMoneyView: {
            /** @example 62.50 */
            amount: string;
            /** @example USD */
            currency: string;
        };
        StoppedByKillSwitchView: {
            /** @description What the user gave. */
            reason: string;
            /** Format: date-time */
            at: string;
        };
        LaunchStepView: {
            /** @example ad:0.1 */
            key: string;
            /**
             * @description What the step does.
             * @enum {string}
             */
            kind: "check" | "creative" | "call_to_action" | "campaign" | "ad_group" | "ad" | "review" | "enable_ads" | "enable_ad_groups" | "enable_campaign";
            /** @example Create the ad “A” */
            name: string;
            /**
             * @description How far the step is. `skipped`: there was nothing to do.
             * @enum {string}
             */
            status: "pending" | "waiting" | "done" | "failed" | "skipped";
            /** @description TikTok's id of what the step created. Everything that exists is paused until the launch is enabling. */
            objectId: string | null;
            /** @description What it waits for, or why it failed. */
            message: string | null;
            /** Format: date-time */
            updatedAt: string;
        };
        RejectedAdView: {
            /** @example 1800000000000001 */
            adId: string;
            reasons: string[];
        };
        KeptObjectView: {
            /** @example 1800000000000000001 */
            id: string;
            name: string | null;
            /**
             * @description What became of it. Deleted is final.
             * @enum {string}
             */
            status: "paused" | "deleted";
            /**
             * @description Who stopped it.
             * @enum {string}
             */
            by: "user" | "kill_switch" | "ads_manager";
            /** @description The user, if one is known. */
            userId: string | null;
            /** Format: date-time */
            at: string;
        };
        LaunchView: {
            /** Format: uuid */
            launchId: string;
            /** @example 7400000000000000001 */
            accountId: string;
            name: string;
            /**
             * @description How far the launch is. `partly_live`: some ads or ad groups are not enabled. `ready`: the campaign was left paused, as the launch asked for.
             * @enum {string}
             */
            status: "planned" | "awaiting_approval" | "uploading" | "creating" | "in_review" | "enabling" | "live" | "partly_live" | "ready" | "failed" | "cancelled";
            /** @description What the status means, and what to do. */
            statusText: string;
            /**
             * @description How TikTok manages the campaign: `us_plus` is Upgraded Smart+.
             * @enum {string}
             */
            family: "us_plus" | "manual";
            /** @description The most that one day may cost. */
            largestDailySpend: components["schemas"]["LaunchMoneyView"];
            requestedBy: string;
            reason: string | null;
            approvedBy: string | null;
            /** @description A stable code, if the launch failed or was stopped. `pause_unconfirmed`: its campaign may still run. */
            failCode: string | null;
            failReason: string | null;
            /** @description The kill switch that stopped the launch, also if something failed afterwards, such as a pause. */
            killSwitch: components["schemas"]["StoppedByKillSwitchView"] | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            /** Format: date-time */
            finishedAt: string | null;
            /** @description TikTok's id of the campaign, as soon as it exists. */
            campaignId: string | null;
            /** @description Finished steps of all steps, e.g. 4 of 11. */
            stepsDone: number;
            plan: components["schemas"]["LaunchStepView"][];
            /** @description Ads that TikTok rejected. They stay paused. */
            rejectedAds: components["schemas"]["RejectedAdView"][];
            /** @description Ads that TikTok had not reviewed by the deadline. They stay paused; enable them once they are approved. */
            unreviewedAds: string[];
            /** @description What users paused or deleted meanwhile. It stays so. */
            keptObjects: components["schemas"]["KeptObjectView"][];
        };
        LaunchSummaryView: {
            /** Format: uuid */
            launchId: string;
            /** @example 7400000000000000001 */
            accountId: string;
            name: string;
            /**
             * @description How far the launch is. `partly_live`: some ads or ad groups are not enabled. `ready`: the campaign was left paused, as the launch asked for.
             * @enum {string}
             */
            status: "planned" | "awaiting_approval" | "uploading" | "creating" | "in_review" | "enabling" | "live" | "partly_live" | "ready" | "failed" | "cancelled";
            /** @description What the status means, and what to do. */
            statusText: string;
            /**
             * @description How TikTok manages the campaign: `us_plus` is Upgraded Smart+.
             * @enum {string}
             */
            family: "us_plus" | "manual";
            /** @description The most that one day may cost. */
            largestDailySpend: components["schemas"]["LaunchMoneyView"];
            requestedBy: string;
            reason: string | null;
            approvedBy: string | null;
            /** @description A stable code, if the launch failed or was stopped. `pause_unconfirmed`: its campaign may still run. */
            failCode: string | null;
            failReason: string | null;
            /** @description The kill switch that stopped the launch, also if something failed afterwards, such as a pause. */
            killSwitch: components["schemas"]["StoppedByKillSwitchView"] | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            /** Format: date-time */
            finishedAt: string | null;
        };
        SpendLimitView: {
            currency: string;
            /** @description Null: no limit. */
            perAccount: string | null;
            /** @description Null: no limit. */
            total: string | null;
        };
        MoneyView: {
            amount: string;
            currency: string;
        };
        PolicyView: {
            /** @description Empty: no limit. */
            maxDailySpend: components["schemas"]["SpendLimitView"][];
            maxIncreasePercent: number;
            requireApproval: boolean;
            /** @description Null: TikTok may not raise budgets automatically. */
            autoBudgetIncreaseCeiling: components["schemas"]["MoneyView"] | null;
            /** @description Null: these are the defaults. */
            updatedBy: string | null;
            /** Format: date-time */
            updatedAt: string | null;
        };
        SpendLimitDto: {
            /** @example USD */
            currency: string;
            /**
             * @description The most that one ad account may spend on one day. Null: no limit.
             * @example 500.00
             */
            perAccount?: string | null;
            /**
             * @description The most that all ad accounts of this currency may spend on one day. Null: no limit.
             * @example 2000.00
             */
            total?: string | null;
        };
        MoneyDto: {
            /** @example 300.00 */
            amount: string;
            /** @example USD */
            currency: string;
        };
        PolicyDto: {
            /** @description Limits the most that TikTok may spend on one day with what is enabled. Dynamic daily budgets count with 125 %, other daily budgets with their amount, lifetime budgets as a whole. One entry for each currency. */
            maxDailySpend?: components["schemas"]["SpendLimitDto"][];
            /** @description How much one edit may raise a budget, in percent. For a lifetime budget also the mean of a day, which fewer days raise. */
            maxIncreasePercent?: number;
            /** @description If true, a second user approves a launch, and only admins enable campaigns, ad groups and ads directly. */
            requireApproval?: boolean;
            /** @description The highest budget to which TikTok may raise a budget automatically. Null: it may not. */
            autoBudgetIncreaseCeiling?: components["schemas"]["MoneyDto"] | null;
        };
        MetricRow: {
            /** @description The account, campaign, ad group or ad. For Upgraded Smart+ it is the ad, not one of its creatives. */
            objectId: string | null;
            /**
             * @description A day in the account's time zone, as YYYY-MM-DD. Null with step `total`.
             * @example 2026-11-27
             */
            day: string | null;
            /** @description The hour of that day, from 0 to 23. Null unless step is `hour`. */
            hour: number | null;
            /** @description The value that the row is for, e.g. `FEMALE` with breakdown `gender`. Null without a breakdown. */
            segment: string | null;
            /** @description Each requested metric as a decimal, or as text for attributes. Null: TikTok has no value. */
            metrics: {
                [key: string]: unknown;
            };
            /** @description True if no figure of this row will change. */
            final: boolean;
            /**
             * Format: date-time
             * @description When all figures of the row are final.
             */
            finalAt: string;
            /** @description The metrics of the row that may still change. */
            provisional: string[];
        };
        MetricsWarning: {
            /** @description `report_cut`: TikTok left out all but the newest 20,000 ads. */
            code: string;
            message: string;
        };
        MetricsPage: {
            accountId: string;
            /**
             * @description What a row stands for.
             * @enum {string}
             */
            level: "account" | "campaign" | "ad_group" | "ad";
            /**
             * @description The period of a row.
             * @enum {string}
             */
            step: "total" | "day" | "hour";
            /**
             * @description What the figures are split by.
             * @enum {string}
             */
            breakdown: "none" | "country" | "age" | "gender" | "language" | "platform" | "placement" | "connection" | "interest" | "contextual_tag" | "region" | "dma";
            /**
             * @description Where the figures come from.
             * @enum {string}
             */
            source: "live" | "stored";
            /** @description ISO 4217. Null until TikTok reports it. */
            currency: string | null;
            /** @description The zone of all days and hours. Null until TikTok reports it. */
            timeZone: string | null;
            /**
             * Format: date-time
             * @description When TikTok was asked. With source `stored`, the oldest reading on the page; null for an empty page.
             */
            asOf: string | null;
            items: components["schemas"]["MetricRow"][];
            warnings: components["schemas"]["MetricsWarning"][];
            /** @description Absent on the last page. A page may have fewer rows than `limit` and still have a next one. */
            nextCursor?: string;
        };
        MetricsQuery: {
            /** @description The ad account: TikTok's advertiser id, as text. */
            accountId: string;
            /**
             * @description What a row stands for.
             * @enum {string}
             */
            level?: "account" | "campaign" | "ad_group" | "ad";
            /** @description Only these objects of the level, up to 1,000. In a query, a comma-separated list works too. */
            ids?: string[];
            /** @description Only ad groups or ads of these campaigns, up to 100. */
            campaignIds?: string[];
            /**
             * @description The first day, in the account's time zone.
             * @example 2026-11-01
             */
            from: string;
            /**
             * @description The last day, included.
             * @example 2026-11-27
             */
            to: string;
            /** @description TikTok's names of metrics, up to 50. In a query, a comma-separated list works too. */
            metrics?: string[];
            /**
             * @description What each figure is split by.
             * @enum {string}
             */
            breakdown?: "none" | "country" | "age" | "gender" | "language" | "platform" | "placement" | "connection" | "interest" | "contextual_tag" | "region" | "dma";
            /**
             * @description One row for the whole range, or one for each day or hour. Unique counts such as reach cannot be added up: use `total` for the reach of several days.
             * @enum {string}
             */
            step?: "total" | "day" | "hour";
            /**
             * @description `live` asks TikTok. `stored` answers from the last sync: each day, without a breakdown.
             * @enum {string}
             */
            source?: "live" | "stored";
            /** @description The most rows of a page. The next pages keep the limit of the first. CSV has no pages. Default: 200. */
            limit?: number;
            /** @description `nextCursor` of the page before. */
            cursor?: string;
        };
        MetricsSyncDto: {
            /** @description The ad account: TikTok's advertiser id, as text. */
            accountId: string;
            /**
             * @description The first day, in the account's time zone.
             * @example 2026-11-01
             */
            from: string;
            /**
             * @description The last day, included. Conversions change for 28 days, so a regular sync goes back that far.
             * @example 2026-11-27
             */
            to: string;
            /**
             * @description The objects whose figures are stored.
             * @enum {string}
             */
            level?: "account" | "campaign" | "ad_group" | "ad";
            /** @description `nextCursor` of a run that was not complete. */
            cursor?: string;
        };
        MetricsSyncAnswer: {
            accountId: string;
            /**
             * @description The objects whose figures were stored.
             * @enum {string}
             */
            level: "account" | "campaign" | "ad_group" | "ad";
            from: string;
            to: string;
            /** @description How many rows this request has stored: one for each object and day that TikTok has figures of. */
            rows: number;
            /** @description How many stored rows were deleted because TikTok no longer reports them. */
            deleted: number;
            /**
             * Format: date-time
             * @description When the run started.
             */
            startedAt: string;
            /** @description False if the time or TikTok's limits ended the request early. Send it again with `nextCursor`. */
            complete: boolean;
            nextCursor?: string;
        };
        ReconciledSums: {
            /** @description In the account's currency. Null: no value is known. */
            spend: string | null;
            impressions: string | null;
            clicks: string | null;
        };
        ResidualCauseView: {
            /**
             * @description Stable, for programs.
             * @enum {string}
             */
            code: "report_cut" | "values_hidden" | "read_apart" | "deleted_objects" | "smart_plus" | "rounding" | "unexplained";
            /** @description What the cause is and what to do, as text to show to the user. */
            message: string;
        };
        ResidualView: {
            /** @description In the account's currency. Null: no value is known. */
            spend: string | null;
            impressions: string | null;
            clicks: string | null;
            /** @description What may be the cause. Empty if the sums agree. */
            causes: components["schemas"]["ResidualCauseView"][];
        };
        ReconciledLevel: {
            /**
             * @description A day in the account's time zone, as YYYY-MM-DD.
             * @example 2026-11-27
             */
            day: string;
            /**
             * @description The kind of objects whose figures are added up.
             * @enum {string}
             */
            level: "account" | "campaign" | "ad_group" | "ad";
            /**
             * Format: date-time
             * @description When the day was last read completely.
             */
            readAt: string;
            /** @description The number of objects with figures on that day. */
            rows: number;
            /** @description What the rows add up to, exactly. */
            totals: components["schemas"]["ReconciledSums"];
            /** @description The account's totals minus those of the level. Null for the account itself, and while the account's totals are unread. */
            residual: components["schemas"]["ResidualView"] | null;
        };
        ReconciliationView: {
            accountId: string;
            /** @description ISO 4217. Null until TikTok reports it. */
            currency: string | null;
            /** @description The zone of all days. Null until TikTok reports it. */
            timeZone: string | null;
            from: string;
            to: string;
            /** @description By day and level, from the account to the ads. Days that were never read are absent. */
            items: components["schemas"]["ReconciledLevel"][];
        };
        AuthorizePostDto: {
            /** @description The ad account that may promote the post, by TikTok's advertiser id. */
            accountId: string;
            /**
             * @description The code that the creator copies in the TikTok app. The service does not store it.
             * @example #k3Jx…
             */
            authCode: string;
        };
        SparkIdentityView: {
            /** @description AUTH_CODE, TT_USER or BC_AUTH_TT. */
            type: string;
            id: string;
            name: string | null;
        };
        SparkPostView: {
            /** Format: uuid */
            id: string;
            accountId: string;
            /**
             * @description `authorizing`: TikTok has not confirmed it; send the code again. `expired`: the time that the creator allowed is over. `revoked`: the creator took it back. `unbound`: your organisation gave it up.
             * @enum {string}
             */
            status: "authorizing" | "authorized" | "expired" | "revoked" | "failed" | "unbound";
            /** @description The `postId` of a creative. */
            postId: string | null;
            /** @description VIDEO or CAROUSEL. */
            itemType: string | null;
            text: string | null;
            identity: components["schemas"]["SparkIdentityView"] | null;
            /**
             * Format: date-time
             * @description Ads with the post stop at this time.
             */
            authorizedUntil: string | null;
            coverUrl: string | null;
            failCode: string | null;
            /** @description Why it failed and what to do, as text to show to the user. */
            failReason: string | null;
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: date-time
             * @description When TikTok was last asked about it.
             */
            asOf: string;
        };
        OwnPostView: {
            /** @description The `postId` of a creative. */
            postId: string;
            itemType: string | null;
            text: string | null;
            identity: components["schemas"]["SparkIdentityView"];
            coverUrl: string | null;
            durationSeconds: number | null;
        };
        OwnPostsAnswer: {
            /** @description The newest posts of each identity, at most 20. */
            items: components["schemas"]["OwnPostView"][];
            /**
             * Format: date-time
             * @description When TikTok answered.
             */
            asOf: string;
        };
        StatusDto: {
            /**
             * @description Why you do this. It stays in the list of changes.
             * @example stock sold out
             */
            reason?: string;
            /**
             * @description The kind of the objects. All ids must be of this kind.
             * @enum {string}
             */
            level: "campaign" | "ad_group" | "ad";
            /**
             * @description An ad account of GET /api/ads/accounts.
             * @example 7400000000000000001
             */
            accountId: string;
            /**
             * @description 1 to 100 ids of the level. Upgraded Smart+ and manual ones may stand together.
             * @example [
             *       "1800000000000000001"
             *     ]
             */
            ids: string[];
            /**
             * @description TikTok never restores what is deleted.
             * @enum {string}
             */
            status: "enable" | "pause" | "delete";
        };
        StatusResultView: {
            id: string;
            /**
             * @description `refused`: see `message`. `unknown`: TikTok did not answer; the service looks it up shortly. `not_found`: the ad account has no such object. `too_soon`: TikTok allows one change of an Upgraded Smart+ ad in 5 s. `not_sent`: TikTok takes no calls at the moment, and nothing was changed.
             * @enum {string}
             */
            result: "done" | "refused" | "unknown" | "not_found" | "too_soon" | "not_sent";
            message?: string;
            /** @description When to try this id again. */
            retryAfterSeconds?: number;
            /**
             * Format: uuid
             * @description The entry in the list of changes.
             */
            changeId?: string;
        };
        StatusAnswer: {
            /** @description One for each id, in the order of the request. An id that was given twice appears once. */
            results: components["schemas"]["StatusResultView"][];
            /** @description How many ids have the wanted status now. */
            done: number;
        };
        PauseCampaignDto: {
            /**
             * @description Why you do this. It stays in the list of changes.
             * @example stock sold out
             */
            reason?: string;
            /** @example 7400000000000000001 */
            accountId: string;
            /** @description Needed if there are no `campaignIds`. */
            campaignId?: string;
            /** @description Several campaigns at once, up to 100. */
            campaignIds?: string[];
        };
        BudgetView: {
            /**
             * @description What the amount is for: a day, or the whole run.
             * @enum {string}
             */
            mode: "daily" | "lifetime" | "none";
            /** @description A decimal. Null for the mode `none`. */
            amount: string | null;
            /** @description ISO 4217. Null: TikTok has not sent the account's currency. */
            currency: string | null;
        };
        AdObjectView: {
            /** @example 1800000000000000001 */
            id: string;
            accountId: string;
            /**
             * @description The kind of the object.
             * @enum {string}
             */
            level: "campaign" | "ad_group" | "ad";
            /**
             * @description `us_plus`: Upgraded Smart+. `manual`: the older kind.
             * @enum {string}
             */
            family: "us_plus" | "manual";
            name: string | null;
            objective: string | null;
            /** @description Null for a campaign. */
            campaignId: string | null;
            /** @description Only ads have one. */
            adGroupId: string | null;
            /**
             * @description What was asked for: enabled, paused or deleted. Null: TikTok has not sent it.
             * @enum {string|null}
             */
            status: "ENABLE" | "DISABLE" | "DELETE" | null;
            /** @description TikTok's word for what the object does now. */
            secondaryStatus: string | null;
            /** @description The same in plain words. */
            statusText: string | null;
            /** @description What to do, if it does not deliver. */
            fix: string | null;
            /**
             * @description Who can do something about it. Null: nothing is wrong.
             * @enum {string|null}
             */
            fixableBy: "user" | "admin" | "developer" | "tiktok" | null;
            /** @description Null: TikTok has not sent one. */
            budget: components["schemas"]["BudgetView"] | null;
            /** Format: date-time */
            createdAt: string | null;
            /**
             * Format: date-time
             * @description When TikTok sent this.
             */
            asOf: string;
        };
        ForbiddenPlacesView: {
            /**
             * @example [
             *       "PLACEMENT_PANGLE"
             *     ]
             */
            placements: string[];
            /** @description Countries or regions, as TikTok names them. */
            locations: string[];
            /**
             * @example [
             *       "AGE_13_17"
             *     ]
             */
            ageGroups: string[];
            operatingSystems: string[];
        };
        RejectionView: {
            /** @description TikTok's own texts. */
            reasons: string[];
            /** @description What TikTok suggests. Null: nothing. */
            suggestion: string | null;
            /**
             * @description The part that it is about: MODE_STRING for the text, MODE_VIDEO, MODE_IMAGE, … Null: TikTok has not sent it.
             * @example MODE_VIDEO
             */
            content: string | null;
            /** @description The material of an Upgraded Smart+ ad. Null for other ads. */
            materialId: string | null;
            /** @description The rejected ad, in the review of an ad group. */
            adId: string | null;
            forbidden: components["schemas"]["ForbiddenPlacesView"];
        };
        ReviewView: {
            /**
             * @description Null: TikTok uses a word that the service does not know.
             * @enum {string|null}
             */
            state: "approved" | "partly_approved" | "in_review" | "rejected" | null;
            /** @example TikTok rejected it. The rejections say why. */
            stateText: string | null;
            /**
             * @description TikTok's word.
             * @example UNAVAILABLE
             */
            status: string | null;
            /**
             * @description TikTok's word. One appeal is possible, in TikTok Ads Manager.
             * @example NOT_APPEALED
             */
            appealStatus: string | null;
            /**
             * Format: date-time
             * @description When TikTok reviewed it. Null: TikTok sends it with some rejections only.
             */
            reviewedAt: string | null;
            /** @description Where TikTok does not show it. */
            forbidden: components["schemas"]["ForbiddenPlacesView"];
            rejections: components["schemas"]["RejectionView"][];
        };
        ReviewedObjectView: {
            /** @example 1800000000000000001 */
            id: string;
            accountId: string;
            /**
             * @description The kind of the object.
             * @enum {string}
             */
            level: "campaign" | "ad_group" | "ad";
            /**
             * @description `us_plus`: Upgraded Smart+. `manual`: the older kind.
             * @enum {string}
             */
            family: "us_plus" | "manual";
            name: string | null;
            objective: string | null;
            /** @description Null for a campaign. */
            campaignId: string | null;
            /** @description Only ads have one. */
            adGroupId: string | null;
            /**
             * @description What was asked for: enabled, paused or deleted. Null: TikTok has not sent it.
             * @enum {string|null}
             */
            status: "ENABLE" | "DISABLE" | "DELETE" | null;
            /** @description TikTok's word for what the object does now. */
            secondaryStatus: string | null;
            /** @description The same in plain words. */
            statusText: string | null;
            /** @description What to do, if it does not deliver. */
            fix: string | null;
            /**
             * @description Who can do something about it. Null: nothing is wrong.
             * @enum {string|null}
             */
            fixableBy: "user" | "admin" | "developer" | "tiktok" | null;
            /** @description Null: TikTok has not sent one. */
            budget: components["schemas"]["BudgetView"] | null;
            /** Format: date-time */
            createdAt: string | null;
            /**
             * Format: date-time
             * @description When TikTok sent this.
             */
            asOf: string;
            /**
             * @description Changes whenever a user changes the object, here or in TikTok Ads Manager. Send it as `expectedVersion` with a change.
             * @example 5f1c0e9a37b2d846
             */
            version: string;
            /** @description The object in TikTok's own words. */
            data: {
                [key: string]: unknown;
            };
            /** @description TikTok's review. Null: unknown, because TikTok did not answer, or has none: it reviews ads and manual ad groups, not campaigns and ad groups of Upgraded Smart+. */
            review: components["schemas"]["ReviewView"] | null;
        };
        NewCampaignDto: {
            /**
             * @description At most 512 characters without emoji; Chinese, Japanese and Korean ones count twice.
             * @example Spring 2027
             */
            name: string;
            /** @example WEB_CONVERSIONS */
            objective: string;
            /** @description The budget of all ad groups together. Absent, or with the mode `none`: each ad group has its own. */
            budget?: components["schemas"]["BudgetDto"];
            /** @description If true, TikTok spreads the campaign's budget over the ad groups. If false, each ad group has its own, and that of the campaign is a ceiling. By default true if the campaign has a budget and no ad group has one. */
            budgetOptimization?: boolean;
            /** @description When the ad groups deliver, unless they have their own schedule. */
            schedule: components["schemas"]["ScheduleDto"];
            /** @description Declares a special ad category. TikTok then limits the targeting. */
            specialIndustries?: ("HOUSING" | "EMPLOYMENT" | "CREDIT")[];
            /**
             * @description APP_PROMOTION only. `APP_INSTALL` by default.
             * @enum {string}
             */
            appPromotionType?: "APP_INSTALL" | "APP_RETARGETING" | "APP_PREREGISTRATION" | "MINIS";
            /** @description WEB_CONVERSIONS only: if true, the campaign sells products of a catalog. */
            catalogEnabled?: boolean;
            /**
             * @description PRODUCT_SALES only: where the products are.
             * @enum {string}
             */
            productSource?: "CATALOG" | "STORE";
            /**
             * @description An ad account of GET /api/ads/accounts.
             * @example 7400000000000000001
             */
            accountId: string;
            /** @description Why you do this. It stays in the list of changes. */
            reason?: string;
        };
        DifferenceView: {
            /** @description TikTok's own name of the field. */
            field: string;
            /** @description The value that was sent: any JSON. */
            sent: string | number | boolean | null | {
                [key: string]: unknown;
            } | unknown[];
            /** @description The value that TikTok stored: any JSON. Absent: TikTok dropped the field. */
            stored?: string | number | boolean | null | {
                [key: string]: unknown;
            } | unknown[];
        };
        AdObjectDetailView: {
            /** @example 1800000000000000001 */
            id: string;
            accountId: string;
            /**
             * @description The kind of the object.
             * @enum {string}
             */
            level: "campaign" | "ad_group" | "ad";
            /**
             * @description `us_plus`: Upgraded Smart+. `manual`: the older kind.
             * @enum {string}
             */
            family: "us_plus" | "manual";
            name: string | null;
            objective: string | null;
            /** @description Null for a campaign. */
            campaignId: string | null;
            /** @description Only ads have one. */
            adGroupId: string | null;
            /**
             * @description What was asked for: enabled, paused or deleted. Null: TikTok has not sent it.
             * @enum {string|null}
             */
            status: "ENABLE" | "DISABLE" | "DELETE" | null;
            /** @description TikTok's word for what the object does now. */
            secondaryStatus: string | null;
            /** @description The same in plain words. */
            statusText: string | null;
            /** @description What to do, if it does not deliver. */
            fix: string | null;
            /**
             * @description Who can do something about it. Null: nothing is wrong.
             * @enum {string|null}
             */
            fixableBy: "user" | "admin" | "developer" | "tiktok" | null;
            /** @description Null: TikTok has not sent one. */
            budget: components["schemas"]["BudgetView"] | null;
            /** Format: date-time */
            createdAt: string | null;
            /**
             * Format: date-time
             * @description When TikTok sent this.
             */
            asOf: string;
            /**
             * @description Changes whenever a user changes the object, here or in TikTok Ads Manager. Send it as `expectedVersion` with a change.
             * @example 5f1c0e9a37b2d846
             */
            version: string;
            /** @description The object in TikTok's own words. */
            data: {
                [key: string]: unknown;
            };
        };
        WrittenObjectView: {
            /** @example 1800000000000000001 */
            id: string;
            /**
             * Format: uuid
             * @description The entry in the list of changes.
             */
            changeId: string;
            /** @description True if TikTok's answer was lost and the object was found afterwards. */
            adopted: boolean;
            /** @description Where TikTok's object differs from what was sent. Null: TikTok could not be asked, so it was not compared. */
            differences: components["schemas"]["DifferenceView"][] | null;
            /** @description The object as TikTok has it. Null: TikTok could not be asked. */
            object: components["schemas"]["AdObjectDetailView"] | null;
            /** @description What could not be checked before it was sent. Empty: everything was. */
            unchecked: components["schemas"]["UncheckedFieldView"][];
        };
        NewBudgetDto: {
            /**
             * @description In the currency of the ad account. The mode of a budget cannot change.
             * @example 60.00
             */
            amount: string;
        };
        PatchCampaignDto: {
            /**
             * @description An ad account of GET /api/ads/accounts.
             * @example 7400000000000000001
             */
            accountId: string;
            /** @description Why you do this. It stays in the list of changes. */
            reason?: string;
            /**
             * @description The `version` of the object as you have read it. If a user has changed the object since, here or in TikTok Ads Manager, nothing is sent and the answer is 409 `ad_object_changed`. Without it, your values replace those of others.
             * @example 5f1c0e9a37b2d846
             */
            expectedVersion?: string;
            name?: string;
            budget?: components["schemas"]["NewBudgetDto"];
            /** @description Upgraded Smart+ only: TikTok may then raise the budget automatically, by 20 % up to ten times a day. Your organisation must have set a ceiling. TikTok documents no value that turns it off again; use TikTok Ads Manager for that. */
            autoBudgetIncrease?: boolean;
        };
        NewAdGroupDto: {
            /** @example US 25-34 */
            name: string;
            /**
             * @description What is promoted. Absent for REACH, VIDEO_VIEWS and ENGAGEMENT; otherwise WEBSITE by default, or what the objective implies.
             * @example WEBSITE
             */
            promotionType?: string;
            /**
             * @description LEAD_GENERATION only: INSTANT_PAGE or EXTERNAL_WEBSITE.
             * @example EXTERNAL_WEBSITE
             */
            promotionTargetType?: string;
            /** @example CONVERT */
            optimizationGoal: string;
            /**
             * @description What TikTok charges for. It follows from the goal, so you can leave it out.
             * @example OCPM
             */
            billingEvent?: string;
            /** @description A pixel of GET /api/ads/tools/pixels. */
            pixelId?: string;
            /**
             * @description The event to optimise for.
             * @example SHOPPING
             */
            optimizationEvent?: string;
            /** @description An app of GET /api/ads/tools/apps. */
            appId?: string;
            bid: components["schemas"]["BidDto"];
            /**
             * @description Goal VALUE only: the days in which purchases count. `SEVEN_DAYS` by default.
             * @enum {string}
             */
            valueWindow?: "SEVEN_DAYS" | "ZERO_DAY";
            /** @description Absent if the campaign's budget is spread over its ad groups. */
            budget?: components["schemas"]["BudgetDto"];
            /** @description The campaign's schedule by default. */
            schedule?: components["schemas"]["ScheduleDto"];
            /**
             * @description `PACING_MODE_SMOOTH` by default.
             * @enum {string}
             */
            pacing?: "PACING_MODE_SMOOTH" | "PACING_MODE_FAST";
            /** @description Half-hours of the week from Monday 00:00: 336 digits, 1 to deliver and 0 to rest. Always by default. */
            dayparting?: string;
            /**
             * @description Absent: TikTok chooses, or PLACEMENT_TIKTOK where it needs a choice.
             * @example [
             *       "PLACEMENT_TIKTOK"
             *     ]
             */
            placements?: string[];
            /** @description Needed for the objective REACH. */
            frequency?: components["schemas"]["FrequencyDto"];
            targeting: components["schemas"]["TargetingDto"];
            /** @description Catalog sales: the catalog. */
            catalogId?: string;
            /** @description Catalog sales: the business center that owns the catalog. */
            catalogBusinessCenterId?: string;
            /**
             * @description An ad account of GET /api/ads/accounts.
             * @example 7400000000000000001
             */
            accountId: string;
            /** @description The campaign that it belongs to. */
            campaignId: string;
            /** @description Why you do this. It stays in the list of changes. */
            reason?: string;
        };
        NewBidDto: {
            /**
             * @description The price of one result, for ad groups with a bid. In Upgraded Smart+ it changes for all ad groups of the campaign.
             * @example 4.50
             */
            amount?: string;
            /** @description The least return on ad spend, for ad groups with `VO_MIN_ROAS`. */
            roas?: string;
        };
        NewScheduleDto: {
            /** @description Only while the ad group has not started. */
            start?: string;
            /** @example 2026-12-31T23:00:00+01:00 */
            end?: string;
        };
        NewTargetingDto: {
            /**
             * @description Ids of GET /api/ads/tools/regions. A country and a part of it must not stand together.
             * @example [
             *       "6252001"
             *     ]
             */
            locationIds?: string[];
            /**
             * @example [
             *       "AGE_25_34"
             *     ]
             */
            ageGroups?: string[];
            /**
             * @description All genders by default.
             * @enum {string}
             */
            gender?: "GENDER_UNLIMITED" | "GENDER_MALE" | "GENDER_FEMALE";
            /**
             * @description Codes of GET /api/ads/tools/languages.
             * @example [
             *       "en"
             *     ]
             */
            languages?: string[];
            /**
             * @example [
             *       "ANDROID"
             *     ]
             */
            operatingSystems?: string[];
            interestCategoryIds?: string[];
            /** @description Audiences to reach. */
            audienceIds?: string[];
            /** @description Audiences to leave out. */
            excludedAudienceIds?: string[];
            /**
             * @description Upgraded Smart+ only. `AUTOMATIC`: TikTok takes the targeting as a suggestion.
             * @enum {string}
             */
            mode?: "AUTOMATIC" | "MANUAL";
        };
        PatchAdGroupDto: {
            /**
             * @description An ad account of GET /api/ads/accounts.
             * @example 7400000000000000001
             */
            accountId: string;
            /** @description Why you do this. It stays in the list of changes. */
            reason?: string;
            /**
             * @description The `version` of the object as you have read it. If a user has changed the object since, here or in TikTok Ads Manager, nothing is sent and the answer is 409 `ad_object_changed`. Without it, your values replace those of others.
             * @example 5f1c0e9a37b2d846
             */
            expectedVersion?: string;
            name?: string;
            budget?: components["schemas"]["NewBudgetDto"];
            bid?: components["schemas"]["NewBidDto"];
            schedule?: components["schemas"]["NewScheduleDto"];
            targeting?: components["schemas"]["NewTargetingDto"];
            /** @description Half-hours of the week from Monday 00:00: 336 digits, 1 to deliver and 0 to rest. */
            dayparting?: string;
        };
        NewAdDto: {
            /** @example A */
            name: string;
            /** @description The TikTok account that shows the ad. */
            identity: components["schemas"]["IdentityDto"];
            creative: components["schemas"]["CreativeDto"];
            /**
             * @description The text below the ad, 1 to 100 characters; full-width characters count twice. Absent for a post (Spark).
             * @example New drop
             */
            text?: string;
            /**
             * @description The label of the button. It needs a destination.
             * @example SHOP_NOW
             */
            callToAction?: string;
            /** @description A dynamic call to action, made with TikTok's creative portfolio. It replaces `callToAction`. */
            callToActionId?: string;
            /** @example https://shop.example/spring */
            landingPageUrl?: string;
            /** @description A page or instant form on TikTok. */
            pageId?: string;
            /**
             * @description Needed for the goal PAGE_VISIT.
             * @enum {string}
             */
            tiktokPageCategory?: "PROFILE_PAGE" | "OTHER_TIKTOK_PAGE" | "TIKTOK_INSTANT_PAGE";
            /** @description If true, the video appears as an ad only. If false, it also appears on the profile. True by default. */
            darkPost?: boolean;
            /**
             * @description An ad account of GET /api/ads/accounts.
             * @example 7400000000000000001
             */
            accountId: string;
            /** @description The ad group that it belongs to. */
            adGroupId: string;
            /** @description Why you do this. It stays in the list of changes. */
            reason?: string;
        };
        PatchAdDto: {
            /**
             * @description An ad account of GET /api/ads/accounts.
             * @example 7400000000000000001
             */
            accountId: string;
            /** @description Why you do this. It stays in the list of changes. */
            reason?: string;
            /**
             * @description The `version` of the object as you have read it. If a user has changed the object since, here or in TikTok Ads Manager, nothing is sent and the answer is 409 `ad_object_changed`. Without it, your values replace those of others.
             * @example 5f1c0e9a37b2d846
             */
            expectedVersion?: string;
            name?: string;
            text?: string;
            /** @example SHOP_NOW */
            callToAction?: string;
            /** @example https://shop.example/spring */
            landingPageUrl?: string;
        };
        ChangeView: {
            /** Format: uuid */
            id: string;
            accountId: string;
            /**
             * @description The kind of the object.
             * @enum {string}
             */
            level: "campaign" | "ad_group" | "ad";
            /**
             * @description `us_plus`: Upgraded Smart+. `manual`: the older kind.
             * @enum {string}
             */
            family: "us_plus" | "manual";
            /**
             * @description `drift`: the object was changed in TikTok Ads Manager.
             * @enum {string}
             */
            action: "create" | "update" | "status" | "drift";
            /** @description TikTok's id. Null until TikTok has created the object. */
            objectId: string | null;
            name: string | null;
            /**
             * @description Who made the change.
             * @enum {string}
             */
            actor: "user" | "launch" | "kill_switch" | "ads_manager";
            /** @description The user, if there is one. */
            userId: string | null;
            reason: string | null;
            /** Format: uuid */
            launchId: string | null;
            /**
             * @description `unknown`: TikTok did not answer. The service looks it up shortly.
             * @enum {string}
             */
            state: "intended" | "sent" | "unknown" | "succeeded" | "failed";
            /** @description True if TikTok's answer was lost and the object was found afterwards. */
            adopted: boolean;
            /** @description What was sent, in TikTok's words. */
            body: {
                [key: string]: unknown;
            };
            before: {
                [key: string]: unknown;
            } | null;
            after: {
                [key: string]: unknown;
            } | null;
            /** @description Where TikTok's object differs from what was sent. Null: it was not compared. */
            differences: components["schemas"]["DifferenceView"][] | null;
            /** @description TikTok's id of the call. Its support asks for it. */
            tiktokRequestId: string | null;
            failCode: string | null;
            failMessage: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            sentAt: string | null;
            /** Format: date-time */
            finishedAt: string | null;
        };
        KillSwitchDto: {
            /**
             * @description Why you stop everything. It stays in the list of changes.
             * @example the shop is down
             */
            reason: string;
            /**
             * @description Only these ad accounts. Absent: all of the organisation.
             * @example [
             *       "7400000000000000001"
             *     ]
             */
            accountIds?: string[];
        };
        PausedCampaignView: {
            id: string;
            /**
             * @description `refused`: see `message`. `unknown`: TikTok did not answer; the service looks it up shortly. `not_found`: the ad account has no such object. `too_soon`: TikTok allows one change of an Upgraded Smart+ ad in 5 s. `not_sent`: TikTok takes no calls at the moment, and nothing was changed.
             * @enum {string}
             */
            result: "done" | "refused" | "unknown" | "not_found" | "too_soon" | "not_sent";
            message?: string;
            /** @description When to try this id again. */
            retryAfterSeconds?: number;
            /**
             * Format: uuid
             * @description The entry in the list of changes.
             */
            changeId?: string;
            accountId: string;
            name: string | null;
            /**
             * @description `us_plus`: Upgraded Smart+. `manual`: the older kind. Null: not known.
             * @enum {string|null}
             */
            family: "us_plus" | "manual" | null;
        };
        UnreadAccountView: {
            /** @description Null: it concerns all of them. */
            accountId: string | null;
            /**
             * @description Null: both families.
             * @enum {string|null}
             */
            family: "us_plus" | "manual" | null;
            /** @description What happened and what to do. */
            message: string;
        };
        KillSwitchAnswer: {
            /** @description How many ad accounts were looked at. */
            accounts: number;
            /** @description How many campaigns were paused. */
            paused: number;
            /** @description How many campaigns could not be paused; see `campaigns`. Call again for these. */
            failed: number;
            launchesStopped: number;
            /** @description Each campaign that was enabled, or whose status TikTok has not sent. */
            campaigns: components["schemas"]["PausedCampaignView"][];
            /** @description What could not be read from TikTok. Campaigns there may still run. */
            unread: components["schemas"]["UnreadAccountView"][];
        };
        SocialVideoView: {
            /**
             * @description TikTok's id as text, because 19 digits do not fit a JavaScript number.
             * @example 7602997517160123666
             */
            videoId: string;
            /** Format: uuid */
            integrationId: string;
            /** @description Null until TikTok reports it. */
            caption: string | null;
            shareUrl: string | null;
            /** @description A signed link of TikTok's that ends after some hours; null once it has ended. Syncs renew it. */
            coverUrl: string | null;
            durationSeconds: number | null;
            /** @description VIDEO or PHOTO; null until TikTok reports it. */
            mediaType: string | null;
            /** @description Null until TikTok reports it. If TikTok omits a counter, the last value stays. */
            views: number | null;
            likes: number | null;
            comments: number | null;
            shares: number | null;
            /** @description Only with `sort=growth`: the views gained in the last `growthDays` days. Null if there are not two readings to compare. */
            growth?: number | null;
            /** Format: date-time */
            publishedAt: string;
            /**
             * Format: date-time
             * @description When TikTok last reported any of these counters.
             */
            capturedAt: string;
            /**
             * @description Where the counters come from.
             * @enum {string}
             */
            source: "display_api" | "business_api";
            /**
             * Format: date-time
             * @description When a sync found that TikTok no longer shows the video; null while TikTok shows it.
             */
            goneAt: string | null;
            /** @description Why it is gone, if TikTok has given a reason. */
            goneReason: string | null;
        };
        SourceReadingView: {
            views: number | null;
            likes: number | null;
            comments: number | null;
            shares: number | null;
            favorites: number | null;
            reach: number | null;
            /**
             * Format: date-time
             * @description When TikTok was asked.
             */
            capturedAt: string;
            /**
             * @description Which of TikTok's APIs the figures come from.
             * @enum {string}
             */
            source: "display_api" | "business_api";
        };
        VideoDetailsView: {
            /**
             * @description TikTok's id as text, because 19 digits do not fit a JavaScript number.
             * @example 7602997517160123666
             */
            videoId: string;
            /** Format: uuid */
            integrationId: string;
            /** @description Null until TikTok reports it. */
            caption: string | null;
            shareUrl: string | null;
            /** @description A signed link of TikTok's that ends after some hours; null once it has ended. Syncs renew it. */
            coverUrl: string | null;
            durationSeconds: number | null;
            /** @description VIDEO or PHOTO; null until TikTok reports it. */
            mediaType: string | null;
            /** @description Null until TikTok reports it. If TikTok omits a counter, the last value stays. */
            views: number | null;
            likes: number | null;
            comments: number | null;
            shares: number | null;
            /** @description Only with `sort=growth`: the views gained in the last `growthDays` days. Null if there are not two readings to compare. */
            growth?: number | null;
            /** Format: date-time */
            publishedAt: string;
            /**
             * Format: date-time
             * @description When TikTok last reported any of these counters.
             */
            capturedAt: string;
            /**
             * @description Where the counters come from.
             * @enum {string}
             */
            source: "display_api" | "business_api";
            /**
             * Format: date-time
             * @description When a sync found that TikTok no longer shows the video; null while TikTok shows it.
             */
            goneAt: string | null;
            /** @description Why it is gone, if TikTok has given a reason. */
            goneReason: string | null;
            /**
             * Format: date-time
             * @description When the signature of `coverUrl` ends; null if it is not known.
             */
            coverExpiresAt: string | null;
            /** @description From the Business API, which is 24 to 48 h late, as are `reach` and `insights`. */
            favorites: number | null;
            reach: number | null;
            /** @description Watch time, retention, impression sources and audience, with TikTok's names. Null: not read. */
            insights: {
                [key: string]: unknown;
            } | null;
            /**
             * Format: date-time
             * @description When `favorites`, `reach` and `insights` were read.
             */
            insightsAt: string | null;
            /** @description The last reading of each source in the history. */
            readings: components["schemas"]["SourceReadingView"][];
            /**
             * Format: date-time
             * @description When the next reading is planned. Null: none is, because the video is gone or the account is not synced.
             */
            nextRefreshAt: string | null;
            /**
             * Format: date-time
             * @description When this was answered.
             */
            asOf: string;
        };
        CountsView: {
            views: number | null;
            likes: number | null;
            comments: number | null;
            shares: number | null;
        };
        HistoryReadingView: {
            views: number | null;
            likes: number | null;
            comments: number | null;
            shares: number | null;
            /** @description Only from the Business API. */
            favorites: number | null;
            /** @description Only from the Business API. */
            reach: number | null;
            /**
             * Format: date-time
             * @description When TikTok was asked.
             */
            capturedAt: string;
            /**
             * @description Which of TikTok's APIs the figures come from.
             * @enum {string}
             */
            source: "display_api" | "business_api";
            /** @description What was gained since the reading before it in this answer: negative if a counter fell, null for the first reading. */
            delta: components["schemas"]["CountsView"] | null;
        };
        HistoryPointView: {
            /**
             * Format: date-time
             * @description The start of the step, included.
             */
            from: string;
            /**
             * Format: date-time
             * @description The end of the step, not included.
             */
            to: string;
            /** @description The last reading in the step. Null is a gap: the video was not read, so its counters are not known. */
            reading: components["schemas"]["HistoryReadingView"] | null;
        };
        HistoryView: {
            videoId: string;
            /** Format: uuid */
            integrationId: string;
            /** Format: date-time */
            publishedAt: string;
            /**
             * @description Which of TikTok's APIs the figures come from.
             * @enum {string}
             */
            source: "display_api" | "business_api";
            /**
             * @description Steps are those of UTC.
             * @enum {string}
             */
            timeZone: "UTC";
            /**
             * @description The length of a step.
             * @enum {string}
             */
            step: "hour" | "day" | "week";
            /**
             * Format: date-time
             * @description The range as it is answered: whole steps, not before the video was published.
             */
            from: string;
            /** Format: date-time */
            to: string;
            /**
             * Format: date-time
             * @description When this was answered. A step that ends later is not over.
             */
            asOf: string;
            points: components["schemas"]["HistoryPointView"][];
        };
        OverallPointView: {
            /**
             * Format: date-time
             * @description The start of the step, included.
             */
            from: string;
            /**
             * Format: date-time
             * @description The end of the step, not included.
             */
            to: string;
            /** @description The sum of the last reading of each video, in this step or before. Null is a gap: no video was read in this step. A video that is gone keeps its last reading. */
            total: components["schemas"]["CountsView"] | null;
            /** @description What the videos gained between their readings; it may be negative. A gain counts in the step of the later reading. The first reading of a video counts only if the video was published in the range. Null is a gap. */
            delta: components["schemas"]["CountsView"] | null;
            /** @description How many videos were read in this step. */
            videosRead: number;
            /** @description How many accounts have a reading in this step. The totals of the others are carried forward. */
            accountsRead: number;
        };
        SummaryPointView: {
            /**
             * Format: date-time
             * @description The start of the step, included.
             */
            from: string;
            /**
             * Format: date-time
             * @description The end of the step, not included.
             */
            to: string;
            /** @description The sum of the last reading of each video, in this step or before. Null is a gap: no video was read in this step. A video that is gone keeps its last reading. */
            total: components["schemas"]["CountsView"] | null;
            /** @description What the videos gained between their readings; it may be negative. A gain counts in the step of the later reading. The first reading of a video counts only if the video was published in the range. Null is a gap. */
            delta: components["schemas"]["CountsView"] | null;
            /** @description How many videos were read in this step. */
            videosRead: number;
        };
        AccountSummaryView: {
            /** Format: uuid */
            integrationId: string;
            points: components["schemas"]["SummaryPointView"][];
        };
        FreshnessView: {
            videos: number;
            /**
             * Format: date-time
             * @description When the video whose reading is the oldest was read; null if none was.
             */
            oldestCapturedAt: string | null;
            /** Format: date-time */
            newestCapturedAt: string | null;
            /** @description Videos without any counter. */
            neverRead: number;
            /** @description Videos that should have been read twice since their last reading. */
            stale: number;
        };
        SummaryView: {
            /**
             * @description Steps are those of UTC.
             * @enum {string}
             */
            timeZone: "UTC";
            /**
             * @description The length of a step.
             * @enum {string}
             */
            step: "day" | "week";
            /**
             * Format: date-time
             * @description The range as it is answered: whole steps.
             */
            from: string;
            /** Format: date-time */
            to: string;
            /**
             * Format: date-time
             * @description When this was answered. A step that ends later is not over.
             */
            asOf: string;
            /**
             * @description Where the counters come from.
             * @enum {string}
             */
            source: "display_api" | "business_api";
            overall: components["schemas"]["OverallPointView"][];
            accounts: components["schemas"]["AccountSummaryView"][];
            /** @description Up to 10 videos that gained the most views in the range. `growth` is the gain. */
            bestVideos: components["schemas"]["SocialVideoView"][];
            freshness: components["schemas"]["FreshnessView"];
        };
        ProfileReadingView: {
            followers: number | null;
            following: number | null;
            /** @description Likes of all videos of the account. */
            likes: number | null;
            videos: number | null;
            /** @description Only from the Business API, with TikTok's names. */
            insights: {
                [key: string]: unknown;
            } | null;
            /**
             * Format: date-time
             * @description When TikTok was last asked on this day.
             */
            capturedAt: string;
            /**
             * @description Which of TikTok's APIs the figures come from.
             * @enum {string}
             */
            source: "display_api" | "business_api";
        };
        ProfileDayView: {
            /**
             * Format: date
             * @description A day of UTC.
             */
            day: string;
            /** @description The last reading of the day. Null is a gap: the profile was not read. */
            reading: components["schemas"]["ProfileReadingView"] | null;
            /** @description The figures of the Business API for this day, which are 24 to 48 h late; null if there are none. */
            business: components["schemas"]["ProfileReadingView"] | null;
        };
        ProfileHistoryView: {
            /** Format: uuid */
            integrationId: string;
            /**
             * @description Days are those of UTC.
             * @enum {string}
             */
            timeZone: "UTC";
            /**
             * Format: date-time
             * @description When this was answered.
             */
            asOf: string;
            days: components["schemas"]["ProfileDayView"][];
        };
        CadenceStepView: {
            /** @description The step applies to videos younger than this many days. */
            underDays: number;
            /** @description Hours between two readings of such a video. */
            everyHours: number;
        };
        EffectiveSyncPolicyView: {
            /** @description From young to old. */
            videos: components["schemas"]["CadenceStepView"][];
            discoverEveryHours: number;
            fullListingEveryDays: number;
            insightsEveryHours: number;
            profileEveryHours: number;
            commentsEveryHours: number;
            adsEveryHours: number;
            adsToday: boolean;
            adsRereadDays: number[];
        };
        SyncPolicyView: {
            videos: components["schemas"]["CadenceStepView"][] | null;
            discoverEveryHours: number | null;
            fullListingEveryDays: number | null;
            insightsEveryHours: number | null;
            profileEveryHours: number | null;
            commentsEveryHours: number | null;
            adsEveryHours: number | null;
            adsToday: boolean | null;
            adsRereadDays: number[] | null;
            effective: components["schemas"]["EffectiveSyncPolicyView"];
            /** @description Null: the organisation has set nothing. */
            updatedBy: string | null;
            /** Format: date-time */
            updatedAt: string | null;
        };
        CadenceStepDto: {
            /** @description The step applies to videos younger than this many days. */
            underDays: number;
            /** @description Hours between two readings of such a video. */
            everyHours: number;
        };
        SyncPolicyDto: {
            /** @description How often the figures of a video are read, by its age. Older videos are read with each complete listing. */
            videos?: components["schemas"]["CadenceStepDto"][] | null;
            /** @description Hours between two looks for new videos. */
            discoverEveryHours?: number | null;
            /** @description Days between two complete listings, which find old videos that have vanished. */
            fullListingEveryDays?: number | null;
            /** @description Hours between two readings of insights, such as reach. TikTok updates them daily. */
            insightsEveryHours?: number | null;
            /** @description Hours between two readings of a profile. A day keeps its last one. */
            profileEveryHours?: number | null;
            /** @description Hours between two readings of comments. */
            commentsEveryHours?: number | null;
            /** @description Hours between two syncs of an ad account. */
            adsEveryHours?: number | null;
            /** @description If true, each sync also reads the figures of today, although they are not final. */
            adsToday?: boolean | null;
            /** @description The ages in days at which the figures of a day are read again. */
            adsRereadDays?: number[] | null;
        };
        ScheduleProblemView: {
            code: string;
            /** @description Why the account does not allow this kind, and the fix, as text to show to the user. */
            message: string;
        };
        LatestRunView: {
            /** Format: uuid */
            id: string;
            /**
             * @description The progress of the run, as in `GET /api/sync/runs`.
             * @enum {string}
             */
            status: "queued" | "running" | "succeeded" | "incomplete" | "failed" | "cancelled";
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            finishedAt: string | null;
            failCode: string | null;
            /** @description Why the run has not fetched everything and what to do, as text to show to the user. */
            failReason: string | null;
        };
        ScheduleView: {
            /** Format: uuid */
            integrationId: string;
            /**
             * @description What the syncs fetch.
             * @enum {string}
             */
            syncType: "profile" | "videos" | "comments" | "messages" | "ads" | "ad_comments";
            /**
             * @description `running`: a run is queued or running. `not_allowed`: the account does not allow this kind; `problem` says what to do. `failing`: the latest runs have failed, and the service retries. `due`: a run starts soon. `planned`: it starts at `nextDueAt`. `resting`: the account is not active.
             * @enum {string}
             */
            state: "running" | "not_allowed" | "failing" | "due" | "planned" | "resting";
            /**
             * Format: date-time
             * @description When the next run is due. Null: none is planned.
             */
            nextDueAt: string | null;
            /**
             * Format: date-time
             * @description When a run last stored what TikTok had sent.
             */
            succeededAt: string | null;
            /**
             * Format: date-time
             * @description When the first of the present failures happened, or since when a run has waited for too long.
             */
            failingSince: string | null;
            /** @description Failures since the last success. */
            failures: number;
            /** @description Why the account is not synced, and the fix. Null while nothing stands against it. */
            problem: components["schemas"]["ScheduleProblemView"] | null;
            /** @description The latest run. Null: there is none, or it is no longer kept. */
            latestRun: components["schemas"]["LatestRunView"] | null;
        };
        FieldProblem: {
            /** @example privacyLevel */
            field: string;
            /** @example must be one of PUBLIC_TO_EVERYONE, SELF_ONLY */
            message: string;
            /** @description The position of the file, from 0. Present if the rule is about one file. */
            file?: number;
            /**
             * @description The rule that the field breaks. It is stable.
             * @example frame_rate_out_of_range
             */
            rule?: string;
            /**
             * @description The value that was found.
             * @example 15
             */
            value?: string | number | boolean;
            /**
             * @description What the rule allows.
             * @example 23 to 60
             */
            limit?: string | number;
            /**
             * @deprecated
             * @description Use `message`, which has the same value. Version 1.0 removes this field.
             * @example must be one of PUBLIC_TO_EVERYONE, SELF_ONLY
             */
            complaint?: string;
        };
        Problem: {
            /** @example about:blank */
            type: string;
            /** @example Conflict */
            title: string;
            /** @example 409 */
            status: number;
            /**
             * @description Identifies the error. It is stable.
             * @example upload_missing
             */
            code: string;
            /** @description What happened and what to do, as text to show to the user. */
            detail: string;
            /** @description Quote it when you report the problem. The service's log has it. */
            requestId: string;
            /** @description For invalid input: one entry per broken rule. */
            errors?: components["schemas"]["FieldProblem"][];
            /** @description Seconds after which to retry; also in the Retry-After header. */
            retryAfterSeconds?: number;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: {
        /** @description How many calls of this kind the caller may make per window. */
        "RateLimit-Limit": number;
        /** @description How many of them are left. */
        "RateLimit-Remaining": number;
        /** @description Seconds until the window restarts. */
        "RateLimit-Reset": number;
        /** @description The limit, and the window in seconds, for example `1200;w=120`. */
        "RateLimit-Policy": string;
        /** @description Seconds after which to retry. */
        "Retry-After": number;
        /** @description `true` if the answer is that of an earlier call with the same Idempotency-Key. */
        "Idempotency-Replayed": "true";
    };
    pathItems: never;
}
export type ActorView = components['schemas']['ActorView'];
export type AuditTargetView = components['schemas']['AuditTargetView'];
export type AdminActionView = components['schemas']['AdminActionView'];
export type SubjectView = components['schemas']['SubjectView'];
export type AffectedWorkView = components['schemas']['AffectedWorkView'];
export type NotificationView = components['schemas']['NotificationView'];
export type ReadAllAnswer = components['schemas']['ReadAllAnswer'];
export type ConnectedFamilies = components['schemas']['ConnectedFamilies'];
export type CapabilityView = components['schemas']['CapabilityView'];
export type TokenView = components['schemas']['TokenView'];
export type AppView = components['schemas']['AppView'];
export type QuotaView = components['schemas']['QuotaView'];
export type RecentErrorView = components['schemas']['RecentErrorView'];
export type IntegrationDetailsView = components['schemas']['IntegrationDetailsView'];
export type DisconnectAnswer = components['schemas']['DisconnectAnswer'];
export type IntegrationView = components['schemas']['IntegrationView'];
export type ConversationView = components['schemas']['ConversationView'];
export type MessageView = components['schemas']['MessageView'];
export type TriggerSyncDto = components['schemas']['TriggerSyncDto'];
export type TriggerSyncAnswer = components['schemas']['TriggerSyncAnswer'];
export type SyncWarningView = components['schemas']['SyncWarningView'];
export type SyncRunView = components['schemas']['SyncRunView'];
export type WebhookEventView = components['schemas']['WebhookEventView'];
export type EventCountView = components['schemas']['EventCountView'];
export type EventCountsView = components['schemas']['EventCountsView'];
export type ReplayEventsDto = components['schemas']['ReplayEventsDto'];
export type ReplayedEventsView = components['schemas']['ReplayedEventsView'];
export type WebhookEventDetailView = components['schemas']['WebhookEventDetailView'];
export type FindingView = components['schemas']['FindingView'];
export type DoctorAnswer = components['schemas']['DoctorAnswer'];
export type LiveAnswer = components['schemas']['LiveAnswer'];
export type ReadyAnswer = components['schemas']['ReadyAnswer'];
export type AdAccountView = components['schemas']['AdAccountView'];
export type GetAuthUrlDto = components['schemas']['GetAuthUrlDto'];
export type AuthUrlAnswer = components['schemas']['AuthUrlAnswer'];
export type GetAdsAuthUrlDto = components['schemas']['GetAdsAuthUrlDto'];
export type AppRateBudgetView = components['schemas']['AppRateBudgetView'];
export type AppRateBudgetsView = components['schemas']['AppRateBudgetsView'];
export type RateBudgetView = components['schemas']['RateBudgetView'];
export type AccountRateBudgetsView = components['schemas']['AccountRateBudgetsView'];
export type MediaFactsView = components['schemas']['MediaFactsView'];
export type PostProblemView = components['schemas']['PostProblemView'];
export type UploadAnswer = components['schemas']['UploadAnswer'];
export type VideoMusicDto = components['schemas']['VideoMusicDto'];
export type EditPublicationDto = components['schemas']['EditPublicationDto'];
export type PostOptionsView = components['schemas']['PostOptionsView'];
export type PublicationMediaView = components['schemas']['PublicationMediaView'];
export type FailureView = components['schemas']['FailureView'];
export type TransferProgress = components['schemas']['TransferProgress'];
export type PublicationView = components['schemas']['PublicationView'];
export type PublishIdDto = components['schemas']['PublishIdDto'];
export type MissingFile = components['schemas']['MissingFile'];
export type RetryAnswer = components['schemas']['RetryAnswer'];
export type MarkPublishedDto = components['schemas']['MarkPublishedDto'];
export type MissingFilesView = components['schemas']['MissingFilesView'];
export type PublicationsQuery = components['schemas']['PublicationsQuery'];
export type InitVideoUploadDto = components['schemas']['InitVideoUploadDto'];
export type InitVideoUploadAnswer = components['schemas']['InitVideoUploadAnswer'];
export type PhotoMusicDto = components['schemas']['PhotoMusicDto'];
export type InitPhotoUploadDto = components['schemas']['InitPhotoUploadDto'];
export type InitPhotoUploadAnswer = components['schemas']['InitPhotoUploadAnswer'];
export type PublishDto = components['schemas']['PublishDto'];
export type PublishAnswer = components['schemas']['PublishAnswer'];
export type ListCommercialMusicDto = components['schemas']['ListCommercialMusicDto'];
export type CommercialTrackView = components['schemas']['CommercialTrackView'];
export type CommercialMusicAnswer = components['schemas']['CommercialMusicAnswer'];
export type GetCreatorInfoDto = components['schemas']['GetCreatorInfoDto'];
export type CreatorRefusalView = components['schemas']['CreatorRefusalView'];
export type PrivacyOptionView = components['schemas']['PrivacyOptionView'];
export type InteractionView = components['schemas']['InteractionView'];
export type InteractionsView = components['schemas']['InteractionsView'];
export type PostLimitsView = components['schemas']['PostLimitsView'];
export type AutomaticMusicView = components['schemas']['AutomaticMusicView'];
export type MusicFactsView = components['schemas']['MusicFactsView'];
export type AppStateView = components['schemas']['AppStateView'];
export type BrandChoiceView = components['schemas']['BrandChoiceView'];
export type DisclosureView = components['schemas']['DisclosureView'];
export type LinkView = components['schemas']['LinkView'];
export type ConsentView = components['schemas']['ConsentView'];
export type ConsentsView = components['schemas']['ConsentsView'];
export type CreatorInfoView = components['schemas']['CreatorInfoView'];
export type DeclaredFileDto = components['schemas']['DeclaredFileDto'];
export type ValidatePublicationDto = components['schemas']['ValidatePublicationDto'];
export type ValidationAnswer = components['schemas']['ValidationAnswer'];
export type ConversationAdView = components['schemas']['ConversationAdView'];
export type ConversationContactView = components['schemas']['ConversationContactView'];
export type CrmConversationView = components['schemas']['CrmConversationView'];
export type ConversationPage = components['schemas']['ConversationPage'];
export type StatusCountsView = components['schemas']['StatusCountsView'];
export type KindCountsView = components['schemas']['KindCountsView'];
export type AccountCountView = components['schemas']['AccountCountView'];
export type AssignmentCountsView = components['schemas']['AssignmentCountsView'];
export type UnreadCountsView = components['schemas']['UnreadCountsView'];
export type MessageAuthorView = components['schemas']['MessageAuthorView'];
export type MessageMediaView = components['schemas']['MessageMediaView'];
export type CrmMessageView = components['schemas']['CrmMessageView'];
export type TimelineEventView = components['schemas']['TimelineEventView'];
export type OutgoingView = components['schemas']['OutgoingView'];
export type MessagingWindowView = components['schemas']['MessagingWindowView'];
export type ReactionView = components['schemas']['ReactionView'];
export type DirectView = components['schemas']['DirectView'];
export type ConversationDetailsView = components['schemas']['ConversationDetailsView'];
export type AssignConversationDto = components['schemas']['AssignConversationDto'];
export type CrmContactView = components['schemas']['CrmContactView'];
export type ErasedContactView = components['schemas']['ErasedContactView'];
export type InboxUserView = components['schemas']['InboxUserView'];
export type InboxUsersView = components['schemas']['InboxUsersView'];
export type ConversationEventData = components['schemas']['ConversationEventData'];
export type ConversationEvent = components['schemas']['ConversationEvent'];
export type MessageEventData = components['schemas']['MessageEventData'];
export type MessageEvent = components['schemas']['MessageEvent'];
export type CreateWebhookDto = components['schemas']['CreateWebhookDto'];
export type NewCrmWebhookView = components['schemas']['NewCrmWebhookView'];
export type CrmWebhookView = components['schemas']['CrmWebhookView'];
export type UpdateWebhookDto = components['schemas']['UpdateWebhookDto'];
export type HookDeliveryView = components['schemas']['HookDeliveryView'];
export type ReplyDto = components['schemas']['ReplyDto'];
export type QueuedReplyView = components['schemas']['QueuedReplyView'];
export type CardAnswerDto = components['schemas']['CardAnswerDto'];
export type CardDto = components['schemas']['CardDto'];
export type NewMessageDto = components['schemas']['NewMessageDto'];
export type MessageImageView = components['schemas']['MessageImageView'];
export type SavedReplyView = components['schemas']['SavedReplyView'];
export type SavedReplyDto = components['schemas']['SavedReplyDto'];
export type AccountProblemView = components['schemas']['AccountProblemView'];
export type AdsAccountView = components['schemas']['AdsAccountView'];
export type AccountBalanceView = components['schemas']['AccountBalanceView'];
export type AccountAbilityView = components['schemas']['AccountAbilityView'];
export type AdsAccountDetailsView = components['schemas']['AdsAccountDetailsView'];
export type AudienceOptionsDto = components['schemas']['AudienceOptionsDto'];
export type AudienceConsentDto = components['schemas']['AudienceConsentDto'];
export type NewAudienceDto = components['schemas']['NewAudienceDto'];
export type AudiencePolicyView = components['schemas']['AudiencePolicyView'];
export type AudienceConsentView = components['schemas']['AudienceConsentView'];
export type AudienceView = components['schemas']['AudienceView'];
export type ColumnReportView = components['schemas']['ColumnReportView'];
export type DefectView = components['schemas']['DefectView'];
export type ForecastView = components['schemas']['ForecastView'];
export type QualityReportView = components['schemas']['QualityReportView'];
export type AudienceUploadView = components['schemas']['AudienceUploadView'];
export type AudienceDetailsView = components['schemas']['AudienceDetailsView'];
export type ApplyAudienceDto = components['schemas']['ApplyAudienceDto'];
export type LookalikeDto = components['schemas']['LookalikeDto'];
export type AudienceFileAnswer = components['schemas']['AudienceFileAnswer'];
export type AdsCallDto = components['schemas']['AdsCallDto'];
export type AdsCallAnswer = components['schemas']['AdsCallAnswer'];
export type CreativeProgressView = components['schemas']['CreativeProgressView'];
export type CoverView = components['schemas']['CoverView'];
export type CreativeView = components['schemas']['CreativeView'];
export type ChooseCoverDto = components['schemas']['ChooseCoverDto'];
export type UploadCreativeDto = components['schemas']['UploadCreativeDto'];
export type BudgetDto = components['schemas']['BudgetDto'];
export type ScheduleDto = components['schemas']['ScheduleDto'];
export type BidDto = components['schemas']['BidDto'];
export type FrequencyDto = components['schemas']['FrequencyDto'];
export type TargetingDto = components['schemas']['TargetingDto'];
export type IdentityDto = components['schemas']['IdentityDto'];
export type CreativeDto = components['schemas']['CreativeDto'];
export type AdDto = components['schemas']['AdDto'];
export type LaunchAdGroupDto = components['schemas']['LaunchAdGroupDto'];
export type LaunchBodyDto = components['schemas']['LaunchBodyDto'];
export type ComplaintView = components['schemas']['ComplaintView'];
export type DailySpendView = components['schemas']['DailySpendView'];
export type UncheckedFieldView = components['schemas']['UncheckedFieldView'];
export type CheckedLaunchView = components['schemas']['CheckedLaunchView'];
export type IdentityView = components['schemas']['IdentityView'];
export type IdentitiesAnswer = components['schemas']['IdentitiesAnswer'];
export type PixelEventView = components['schemas']['PixelEventView'];
export type PixelView = components['schemas']['PixelView'];
export type PixelsAnswer = components['schemas']['PixelsAnswer'];
export type RegionView = components['schemas']['RegionView'];
export type RegionsAnswer = components['schemas']['RegionsAnswer'];
export type LanguageView = components['schemas']['LanguageView'];
export type LanguagesAnswer = components['schemas']['LanguagesAnswer'];
export type InterestView = components['schemas']['InterestView'];
export type InterestsAnswer = components['schemas']['InterestsAnswer'];
export type PromotedAppView = components['schemas']['PromotedAppView'];
export type AppsAnswer = components['schemas']['AppsAnswer'];
export type RecommendedCallToActionView = components['schemas']['RecommendedCallToActionView'];
export type CallToActionPortfolioView = components['schemas']['CallToActionPortfolioView'];
export type CallsToActionAnswer = components['schemas']['CallsToActionAnswer'];
export type MusicView = components['schemas']['MusicView'];
export type MusicAnswer = components['schemas']['MusicAnswer'];
export type AccountHealthView = components['schemas']['AccountHealthView'];
export type HealthFindingView = components['schemas']['HealthFindingView'];
export type PlannedStepView = components['schemas']['PlannedStepView'];
export type LaunchComplaintView = components['schemas']['LaunchComplaintView'];
export type LargestDailySpendView = components['schemas']['LargestDailySpendView'];
export type DryRunView = components['schemas']['DryRunView'];
export type LaunchMoneyView = components['schemas']['LaunchMoneyView'];
export type StoppedByKillSwitchView = components['schemas']['StoppedByKillSwitchView'];
export type LaunchStepView = components['schemas']['LaunchStepView'];
export type RejectedAdView = components['schemas']['RejectedAdView'];
export type KeptObjectView = components['schemas']['KeptObjectView'];
export type LaunchView = components['schemas']['LaunchView'];
export type LaunchSummaryView = components['schemas']['LaunchSummaryView'];
export type SpendLimitView = components['schemas']['SpendLimitView'];
export type MoneyView = components['schemas']['MoneyView'];
export type PolicyView = components['schemas']['PolicyView'];
export type SpendLimitDto = components['schemas']['SpendLimitDto'];
export type MoneyDto = components['schemas']['MoneyDto'];
export type PolicyDto = components['schemas']['PolicyDto'];
export type MetricRow = components['schemas']['MetricRow'];
export type MetricsWarning = components['schemas']['MetricsWarning'];
export type MetricsPage = components['schemas']['MetricsPage'];
export type MetricsQuery = components['schemas']['MetricsQuery'];
export type MetricsSyncDto = components['schemas']['MetricsSyncDto'];
export type MetricsSyncAnswer = components['schemas']['MetricsSyncAnswer'];
export type ReconciledSums = components['schemas']['ReconciledSums'];
export type ResidualCauseView = components['schemas']['ResidualCauseView'];
export type ResidualView = components['schemas']['ResidualView'];
export type ReconciledLevel = components['schemas']['ReconciledLevel'];
export type ReconciliationView = components['schemas']['ReconciliationView'];
export type AuthorizePostDto = components['schemas']['AuthorizePostDto'];
export type SparkIdentityView = components['schemas']['SparkIdentityView'];
export type SparkPostView = components['schemas']['SparkPostView'];
export type OwnPostView = components['schemas']['OwnPostView'];
export type OwnPostsAnswer = components['schemas']['OwnPostsAnswer'];
export type StatusDto = components['schemas']['StatusDto'];
export type StatusResultView = components['schemas']['StatusResultView'];
export type StatusAnswer = components['schemas']['StatusAnswer'];
export type PauseCampaignDto = components['schemas']['PauseCampaignDto'];
export type BudgetView = components['schemas']['BudgetView'];
export type AdObjectView = components['schemas']['AdObjectView'];
export type ForbiddenPlacesView = components['schemas']['ForbiddenPlacesView'];
export type RejectionView = components['schemas']['RejectionView'];
export type ReviewView = components['schemas']['ReviewView'];
export type ReviewedObjectView = components['schemas']['ReviewedObjectView'];
export type NewCampaignDto = components['schemas']['NewCampaignDto'];
export type DifferenceView = components['schemas']['DifferenceView'];
export type AdObjectDetailView = components['schemas']['AdObjectDetailView'];
export type WrittenObjectView = components['schemas']['WrittenObjectView'];
export type NewBudgetDto = components['schemas']['NewBudgetDto'];
export type PatchCampaignDto = components['schemas']['PatchCampaignDto'];
export type NewAdGroupDto = components['schemas']['NewAdGroupDto'];
export type NewBidDto = components['schemas']['NewBidDto'];
export type NewScheduleDto = components['schemas']['NewScheduleDto'];
export type NewTargetingDto = components['schemas']['NewTargetingDto'];
export type PatchAdGroupDto = components['schemas']['PatchAdGroupDto'];
export type NewAdDto = components['schemas']['NewAdDto'];
export type PatchAdDto = components['schemas']['PatchAdDto'];
export type ChangeView = components['schemas']['ChangeView'];
export type KillSwitchDto = components['schemas']['KillSwitchDto'];
export type PausedCampaignView = components['schemas']['PausedCampaignView'];
export type UnreadAccountView = components['schemas']['UnreadAccountView'];
export type KillSwitchAnswer = components['schemas']['KillSwitchAnswer'];
export type SocialVideoView = components['schemas']['SocialVideoView'];
export type SourceReadingView = components['schemas']['SourceReadingView'];
export type VideoDetailsView = components['schemas']['VideoDetailsView'];
export type CountsView = components['schemas']['CountsView'];
export type HistoryReadingView = components['schemas']['HistoryReadingView'];
export type HistoryPointView = components['schemas']['HistoryPointView'];
export type HistoryView = components['schemas']['HistoryView'];
export type OverallPointView = components['schemas']['OverallPointView'];
export type SummaryPointView = components['schemas']['SummaryPointView'];
export type AccountSummaryView = components['schemas']['AccountSummaryView'];
export type FreshnessView = components['schemas']['FreshnessView'];
export type SummaryView = components['schemas']['SummaryView'];
export type ProfileReadingView = components['schemas']['ProfileReadingView'];
export type ProfileDayView = components['schemas']['ProfileDayView'];
export type ProfileHistoryView = components['schemas']['ProfileHistoryView'];
export type CadenceStepView = components['schemas']['CadenceStepView'];
export type EffectiveSyncPolicyView = components['schemas']['EffectiveSyncPolicyView'];
export type SyncPolicyView = components['schemas']['SyncPolicyView'];
export type CadenceStepDto = components['schemas']['CadenceStepDto'];
export type SyncPolicyDto = components['schemas']['SyncPolicyDto'];
export type ScheduleProblemView = components['schemas']['ScheduleProblemView'];
export type LatestRunView = components['schemas']['LatestRunView'];
export type ScheduleView = components['schemas']['ScheduleView'];
export type FieldProblem = components['schemas']['FieldProblem'];
export type Problem = components['schemas']['Problem'];
export type HeaderRateLimitLimit = components['headers']['RateLimit-Limit'];
export type HeaderRateLimitRemaining = components['headers']['RateLimit-Remaining'];
export type HeaderRateLimitReset = components['headers']['RateLimit-Reset'];
export type HeaderRateLimitPolicy = components['headers']['RateLimit-Policy'];
export type HeaderRetryAfter = components['headers']['Retry-After'];
export type HeaderIdempotencyReplayed = components['headers']['Idempotency-Replayed'];
export type $defs = Record<string, never>;
export interface operations {
    listAdminActions: {
        parameters: {
            query?: {
                /** @description How many items a page has. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description Only actions of this user, by the `sub` of the token. */
                actor?: string;
                /** @description Only this action, by its operation id in the OpenAPI document. */
                action?: string;
                /** @description Only actions on this object, by its id. The id of an erased contact finds its erasure. */
                target?: string;
                /** @description Only actions on this day of UTC, at this time, or later. */
                from?: string;
                /** @description Only actions before this time, or before the end of this day of UTC. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["AdminActionView"][];
                        /** @description Absent on the last page. */
                        nextCursor?: string;
                    };
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listNotifications: {
        parameters: {
            query?: {
                /** @description How many items a page has. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description If true, the list has unread notifications only. */
                unread?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["NotificationView"][];
                        /** @description Absent on the last page. */
                        nextCursor?: string;
                    };
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    markAllNotificationsRead: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadAllAnswer"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    markNotificationRead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `id` of the notification. */
                notificationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationView"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    streamNotifications: {
        parameters: {
            query?: never;
            header?: {
                /** @description The last event that you received. The stream starts with what came after it. */
                "Last-Event-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getIntegration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `id` of the integration. */
                integrationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IntegrationDetailsView"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    disconnectIntegration: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, a call with the same key and body returns the first answer and does nothing else. Keys are per organisation and path. A rejected or failed call does not use up its key. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The `id` of the integration. */
                integrationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DisconnectAnswer"];
                };
            };
            /** @description `idempotency_in_progress` with Retry-After, or another conflict. */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: an earlier call used the key with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteIntegrationData: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `id` of the integration. */
                integrationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The service deletes the data in the background. One audit record remains. No body. */
            202: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listIntegrations: {
        parameters: {
            query?: {
                /** @description How many items a page has. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["IntegrationView"][];
                        /** @description Absent on the last page. */
                        nextCursor?: string;
                    };
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listConversations: {
        parameters: {
            query?: {
                /** @description How many items a page has. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ConversationView"][];
                        /** @description Absent on the last page. */
                        nextCursor?: string;
                    };
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMessages: {
        parameters: {
            query?: {
                /** @description How many items a page has. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description The `id` of the conversation. */
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["MessageView"][];
                        /** @description Absent on the last page. */
                        nextCursor?: string;
                    };
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    streamSyncRuns: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    triggerSync: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, a call with the same key and body returns the first answer and does nothing else. Keys are per organisation and path. A rejected or failed call does not use up its key. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TriggerSyncDto"];
            };
        };
        responses: {
            202: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TriggerSyncAnswer"];
                };
            };
            /** @description `idempotency_in_progress` with Retry-After, or another conflict. */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: an earlier call used the key with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSyncRuns: {
        parameters: {
            query?: {
                /** @description How many items a page has. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description Only runs of this integration. */
                integrationId?: string;
                /** @description Only runs of this kind. */
                syncType?: "profile" | "videos" | "comments" | "messages" | "ads" | "ad_comments";
                /** @description Only runs with this status. */
                status?: "queued" | "running" | "succeeded" | "incomplete" | "failed" | "cancelled";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["SyncRunView"][];
                        /** @description Absent on the last page. */
                        nextCursor?: string;
                    };
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSyncRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `id` of a sync run. */
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SyncRunView"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelSyncRun: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, a call with the same key and body returns the first answer and does nothing else. Keys are per organisation and path. A rejected or failed call does not use up its key. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The `id` of a sync run. */
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SyncRunView"];
                };
            };
            /** @description `idempotency_in_progress` with Retry-After, or another conflict. */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: an earlier call used the key with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    receiveAdsWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description The service has stored the event. No body. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    receiveWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description The service has stored the event. No body. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWebhookEvents: {
        parameters: {
            query?: {
                /** @description Only events in this status. No organisation sees `quarantined` ones: the service does not know whom they concern. */
                status?: "received" | "processed" | "ignored" | "failed" | "quarantined";
                /** @description `true`: only events whose signature was older than 5 minutes; `false`: only the others. */
                late?: boolean;
                /** @description How many items a page has. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description The name of the event, for example `comment.update`. */
                event?: string;
                /** @description Only events that concern this integration. */
                integrationId?: string;
                /** @description Only events that the service received on this day of UTC, at this time, or later. */
                from?: string;
                /** @description Only events that the service received before this time, or before the end of this day of UTC. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["WebhookEventView"][];
                        /** @description Absent on the last page. */
                        nextCursor?: string;
                    };
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    countWebhookEvents: {
        parameters: {
            query?: {
                /** @description Events of this many days of 24 hours, up to now. */
                days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventCountsView"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replayWebhookEvents: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, a call with the same key and body returns the first answer and does nothing else. Keys are per organisation and path. A rejected or failed call does not use up its key. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ReplayEventsDto"];
            };
        };
        responses: {
            202: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayedEventsView"];
                };
            };
            /** @description `idempotency_in_progress` with Retry-After, or another conflict. */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: an earlier call used the key with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWebhookEvent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `id` of the webhook event. */
                eventId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEventDetailView"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replayWebhookEvent: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, a call with the same key and body returns the first answer and does nothing else. Keys are per organisation and path. A rejected or failed call does not use up its key. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The `id` of the webhook event. */
                eventId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEventView"];
                };
            };
            /** @description `idempotency_in_progress` with Retry-After, or another conflict. */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: an earlier call used the key with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    runDoctor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoctorAnswer"];
                };
            };
            /** @description Prefetch or embedded request: nothing was done. No body. */
            204: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLiveness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveAnswer"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadyAnswer"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAdAccounts: {
        parameters: {
            query?: {
                /** @description How many items a page has. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["AdAccountView"][];
                        /** @description Absent on the last page. */
                        nextCursor?: string;
                    };
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAuthUrl: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, a call with the same key and body returns the first answer and does nothing else. Keys are per organisation and path. A rejected or failed call does not use up its key. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GetAuthUrlDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthUrlAnswer"];
                };
            };
            /** @description `idempotency_in_progress` with Retry-After, or another conflict. */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: an earlier call used the key with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAdsAuthUrl: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, a call with the same key and body returns the first answer and does nothing else. Keys are per organisation and path. A rejected or failed call does not use up its key. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GetAdsAuthUrlDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthUrlAnswer"];
                };
            };
            /** @description `idempotency_in_progress` with Retry-After, or another conflict. */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: an earlier call used the key with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    finishLoginConsent: {
        parameters: {
            query?: {
                /** @description Why TikTok sent no code. */
                error?: string;
                /** @description The code that TikTok exchanges for tokens. */
                code?: string;
                /** @description The state from get-auth-url. It proves that this service requested the consent. */
                state?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Prefetch or embedded request: nothing was done. No body. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Redirects to the next consent, or to `returnUrl` with `status` and `integrationId` or `code`. */
            302: {
                headers: {
                    location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    finishAccountConsent: {
        parameters: {
            query?: {
                /** @description Why TikTok sent no code. */
                error?: string;
                /** @description The code that TikTok exchanges for tokens. */
                code?: string;
                /** @description The state from get-auth-url. It proves that this service requested the consent. */
                state?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Prefetch or embedded request: nothing was done. No body. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Redirects to the next consent, or to `returnUrl` with `status` and `integrationId` or `code`. */
            302: {
                headers: {
                    location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    finishAdvertiserConsent: {
        parameters: {
            query?: {
                /** @description Why TikTok sent no code. */
                error?: string;
                /** @description The code that TikTok exchanges for tokens. */
                auth_code?: string;
                /** @description The state from get-auth-url. It proves that this service requested the consent. */
                state?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Prefetch or embedded request: nothing was done. No body. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Redirects to the next consent, or to `returnUrl` with `status` and `integrationId` or `code`. */
            302: {
                headers: {
                    location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRateBudgets: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppRateBudgetsView"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAccountRateBudgets: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `id` of the integration. */
                integrationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountRateBudgetsView"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    beginReconnect: {
        parameters: {
            query: {
                /** @description The signature of this service. */
                signature: string;
                /** @description When the link expires, in Unix seconds. */
                expires: string;
                /** @description The consent to renew. */
                family: "login" | "account" | "advertiser";
                /** @description The organisation of the integration. */
                org: string;
                /** @description The `id` of the integration. */
                integration: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Prefetch or embedded request: nothing was done. No body. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Redirects to TikTok's consent page. After that the browser ends at the first of RETURN_URL_ORIGINS. */
            302: {
                headers: {
                    location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    uploadBytes: {
        parameters: {
            query: {
                /** @description The signature of the link. */
                signature: string;
                /** @description When the link expires, in Unix seconds. */
                expires: string;
                /** @description The organisation of the publication. */
                org: string;
            };
            header?: never;
            path: {
                /** @description The file of a publication. Use the link unchanged. */
                mediaId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "video/mp4": string;
                "video/quicktime": string;
                "video/webm": string;
                "image/jpeg": string;
                "image/webp": string;
                "application/octet-stream": string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UploadAnswer"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    uploadForm: {
        parameters: {
            query: {
                /** @description The signature of the link. */
                signature: string;
                /** @description When the link expires, in Unix seconds. */
                expires: string;
                /** @description The organisation of the publication. */
                org: string;
            };
            header?: never;
            path: {
                /** @description The file of a publication. Use the link unchanged. */
                mediaId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UploadAnswer"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOwnershipFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The name of the ownership file. */
                file: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMediaFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The file of a publication. Use the link unchanged. */
                mediaId: string;
                /** @description The name of the file, with its extension. */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "video/mp4": string;
                    "video/quicktime": string;
                    "video/webm": string;
                    "image/jpeg": string;
                    "image/webp": string;
                };
            };
            /** @description The requested range. */
            206: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "video/mp4": string;
                    "video/quicktime": string;
                    "video/webm": string;
                    "image/jpeg": string;
                    "image/webp": string;
                };
            };
            /** @description The range is outside the file. No body. */
            416: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createTusUpload: {
        parameters: {
            query: {
                /** @description The signature of the link. */
                signature: string;
                /** @description When the link expires, in Unix seconds. */
                expires: string;
                /** @description The organisation of the publication. */
                org: string;
            };
            header: {
                /** @description The protocol version. */
                "Tus-Resumable": "1.0.0";
                /** @description Size of the file in bytes. */
                "Upload-Length": number;
            };
            path: {
                /** @description The file of a publication. Use the link unchanged. */
                mediaId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The upload is created. No body. */
            201: {
                headers: {
                    /** @description This link. */
                    Location?: string;
                    /** @description When the link expires, as an HTTP date. */
                    "Upload-Expires"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteTusUpload: {
        parameters: {
            query: {
                /** @description The signature of the link. */
                signature: string;
                /** @description When the link expires, in Unix seconds. */
                expires: string;
                /** @description The organisation of the publication. */
                org: string;
            };
            header: {
                /** @description The protocol version. */
                "Tus-Resumable": "1.0.0";
            };
            path: {
                /** @description The file of a publication. Use the link unchanged. */
                mediaId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes are deleted. No body. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTusOffset: {
        parameters: {
            query: {
                /** @description The signature of the link. */
                signature: string;
                /** @description When the link expires, in Unix seconds. */
                expires: string;
                /** @description The organisation of the publication. */
                org: string;
            };
            header: {
                /** @description The protocol version. */
                "Tus-Resumable": "1.0.0";
            };
            path: {
                /** @description The file of a publication. Use the link unchanged. */
                mediaId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The upload is in progress or complete. No body. */
            200: {
                headers: {
                    /** @description The number of bytes received. */
                    "Upload-Offset"?: number;
                    /** @description The size of the file in bytes. */
                    "Upload-Length"?: number;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    appendToTusUpload: {
        parameters: {
            query: {
                /** @description The signature of the link. */
                signature: string;
                /** @description When the link expires, in Unix seconds. */
                expires: string;
                /** @description The organisation of the publication. */
                org: string;
            };
            header: {
                /** @description The protocol version. */
                "Tus-Resumable": "1.0.0";
                /** @description Where in the file the body starts. */
                "Upload-Offset": number;
            };
            path: {
                /** @description The file of a publication. Use the link unchanged. */
                mediaId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/offset+octet-stream": string;
            };
        };
        responses: {
            /** @description The bytes are stored. No body. */
            204: {
                headers: {
                    /** @description The number of bytes received. */
                    "Upload-Offset"?: number;
                    /** @description When the link expires, as an HTTP date. */
                    "Upload-Expires"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    editPublication: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, a call with the same key and body returns the first answer and does nothing else. Keys are per organisation and path. A rejected or failed call does not use up its key. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditPublicationDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicationView"];
                };
            };
            /** @description `idempotency_in_progress` with Retry-After, or another conflict. */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: an earlier call used the key with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelPublication: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, a call with the same key and body returns the first answer and does nothing else. Keys are per organisation and path. A rejected or failed call does not use up its key. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublishIdDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicationView"];
                };
            };
            /** @description `idempotency_in_progress` with Retry-After, or another conflict. */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: an earlier call used the key with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retryPublication: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, a call with the same key and body returns the first answer and does nothing else. Keys are per organisation and path. A rejected or failed call does not use up its key. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublishIdDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RetryAnswer"];
                };
            };
            /** @description `idempotency_in_progress` with Retry-After, or another conflict. */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: an earlier call used the key with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    publishAgain: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, a call with the same key and body returns the first answer and does nothing else. Keys are per organisation and path. A rejected or failed call does not use up its key. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublishIdDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RetryAnswer"];
                };
            };
            /** @description `idempotency_in_progress` with Retry-After, or another conflict. */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: an earlier call used the key with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    markPublished: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, a call with the same key and body returns the first answer and does nothing else. Keys are per organisation and path. A rejected or failed call does not use up its key. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MarkPublishedDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicationView"];
                };
            };
            /** @description `idempotency_in_progress` with Retry-After, or another conflict. */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: an earlier call used the key with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPublications: {
        parameters: {
            query?: {
                /** @description How many items a page has. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description Any of these statuses. In a query, a comma-separated list works too. */
                status?: ("awaiting_upload" | "ready" | "scheduled" | "publishing" | "processing" | "published" | "public" | "in_inbox" | "failed" | "unknown" | "cancelled" | "removed")[];
                /** @description Only videos, or only photos. */
                kind?: "video" | "photo";
                /** @description Only publications of this integration. */
                integrationId?: string;
                /** @description Only publications that are planned for this time or later. If one has no planned time, its creation counts. */
                from?: string;
                /** @description Only publications that are planned before this time. */
                to?: string;
                /** @description A part of the title or the caption. */
                text?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PublicationView"][];
                        /** @description Absent on the last page. */
                        nextCursor?: string;
                    };
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPublication: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `publishId` of the publication. */
                publishId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicationView"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMissingUploads: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `publishId` of the publication. */
                publishId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MissingFilesView"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPublicationsViaProvider: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PublicationsQuery"];
            };
        };
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PublicationView"][];
                        /** @description Absent on the last page. */
                        nextCursor?: string;
                    };
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    initVideoUpload: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, a call with the same key and body returns the first answer and does nothing else. Keys are per organisation and path. A rejected or failed call does not use up its key. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InitVideoUploadDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InitVideoUploadAnswer"];
                };
            };
            /** @description `idempotency_in_progress` with Retry-After, or another conflict. */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: an earlier call used the key with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    initPhotoUpload: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, a call with the same key and body returns the first answer and does nothing else. Keys are per organisation and path. A rejected or failed call does not use up its key. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InitPhotoUploadDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InitPhotoUploadAnswer"];
                };
            };
            /** @description `idempotency_in_progress` with Retry-After, or another conflict. */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: an earlier call used the key with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    publishVideo: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, a call with the same key and body returns the first answer and does nothing else. Keys are per organisation and path. A rejected or failed call does not use up its key. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublishDto"];
            };
        };
        responses: {
            202: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublishAnswer"];
                };
            };
            /** @description `idempotency_in_progress` with Retry-After, or another conflict. */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: an earlier call used the key with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    publishPhoto: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, a call with the same key and body returns the first answer and does nothing else. Keys are per organisation and path. A rejected or failed call does not use up its key. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublishDto"];
            };
        };
        responses: {
            202: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublishAnswer"];
                };
            };
            /** @description `idempotency_in_progress` with Retry-After, or another conflict. */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: an earlier call used the key with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPublishStatus: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublishIdDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicationView"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCommercialMusic: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ListCommercialMusicDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommercialMusicAnswer"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCreatorInfo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["GetCreatorInfoDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatorInfoView"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    validatePublication: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ValidatePublicationDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValidationAnswer"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCrmConversations: {
        parameters: {
            query?: {
                /** @description How many items a page has. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description Only conversations with this status. */
                status?: "open" | "pending" | "closed";
                /** @description If true, only conversations with unread messages; if false, only the others. */
                unread?: boolean;
                /** @description Only conversations of this user. */
                assignee?: string;
                /** @description If false, only conversations that are assigned to no user; if true, only the others. */
                assigned?: boolean;
                /** @description Only conversations of this account. */
                integrationId?: string;
                /** @description Only conversations under this post. */
                videoId?: string;
                /** @description Only comments, comments on ads, or direct messages. */
                kind?: "comment" | "ad_comment" | "message";
                /** @description Only conversations that this contact started. */
                contactId?: string;
                /** @description A part of a message, or of the name of who wrote it. Upper and lower case are the same. The other filters make the search faster. */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationPage"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    countUnreadConversations: {
        parameters: {
            query?: {
                /** @description Only conversations with this status. */
                status?: "open" | "pending" | "closed";
                /** @description Only conversations of this user. */
                assignee?: string;
                /** @description If false, only conversations that are assigned to no user; if true, only the others. */
                assigned?: boolean;
                /** @description Only conversations of this account. */
                integrationId?: string;
                /** @description Only conversations under this post. */
                videoId?: string;
                /** @description Only comments, comments on ads, or direct messages. */
                kind?: "comment" | "ad_comment" | "message";
                /** @description Only conversations that this contact started. */
                contactId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnreadCountsView"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    openCrmConversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `id` of the conversation. */
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationDetailsView"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCrmMessages: {
        parameters: {
            query?: {
                /** @description How many items a page has. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description The `id` of the conversation. */
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CrmMessageView"][];
                        /** @description Absent on the last page. */
                        nextCursor?: string;
                    };
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sendMessage: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, a call with the same key and body returns the first answer and does nothing else. Keys are per organisation and path. A rejected or failed call does not use up its key. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The `id` of the conversation. */
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["NewMessageDto"];
            };
        };
        responses: {
            202: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueuedReplyView"];
                };
            };
            /** @description `idempotency_in_progress` with Retry-After, or another conflict. */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: an earlier call used the key with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    assignConversation: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, a call with the same key and body returns the first answer and does nothing else. Keys are per organisation and path. A rejected or failed call does not use up its key. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The `id` of the conversation. */
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssignConversationDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CrmConversationView"];
                };
            };
            /** @description `idempotency_in_progress` with Retry-After, or another conflict. */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: an earlier call used the key with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    closeConversation: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, a call with the same key and body returns the first answer and does nothing else. Keys are per organisation and path. A rejected or failed call does not use up its key. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The `id` of the conversation. */
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CrmConversationView"];
                };
            };
            /** @description `idempotency_in_progress` with Retry-After, or another conflict. */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: an earlier call used the key with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reopenConversation: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, a call with the same key and body returns the first answer and does nothing else. Keys are per organisation and path. A rejected or failed call does not use up its key. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The `id` of the conversation. */
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CrmConversationView"];
                };
            };
            /** @description `idempotency_in_progress` with Retry-After, or another conflict. */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: an earlier call used the key with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    markConversationPending: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, a call with the same key and body returns the first answer and does nothing else. Keys are per organisation and path. A rejected or failed call does not use up its key. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The `id` of the conversation. */
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CrmConversationView"];
                };
            };
            /** @description `idempotency_in_progress` with Retry-After, or another conflict. */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: an earlier call used the key with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    markConversationRead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `id` of the conversation. */
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CrmConversationView"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getContact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `id` of the contact. */
                contactId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CrmContactView"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    eraseContact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `id` of the contact. */
                contactId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErasedContactView"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listInboxUsers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboxUsersView"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    streamConversations: {
        parameters: {
            query?: never;
            header?: {
                /** @description The last event that you received. The stream starts with what changed after it. */
                "Last-Event-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMessageMedia: {
        parameters: {
            query: {
                /** @description The signature of the link. */
                signature: string;
                /** @description When the link expires, in Unix seconds. */
                expires: string;
                /** @description The organisation of the message. */
                org: string;
            };
            header?: never;
            path: {
                /** @description The picture or video. Use the link unchanged. */
                messageMediaId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/jpeg": string;
                    "image/png": string;
                    "image/webp": string;
                    "image/gif": string;
                    "video/mp4": string;
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCrmWebhooks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CrmWebhookView"][];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createCrmWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateWebhookDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewCrmWebhookView"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteCrmWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, a call with the same key and body returns the first answer and does nothing else. Keys are per organisation and path. A rejected or failed call does not use up its key. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The `id` of the webhook. */
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is deleted. No body. */
            204: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `idempotency_in_progress` with Retry-After, or another conflict. */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: an earlier call used the key with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateCrmWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, a call with the same key and body returns the first answer and does nothing else. Keys are per organisation and path. A rejected or failed call does not use up its key. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The `id` of the webhook. */
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["UpdateWebhookDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CrmWebhookView"];
                };
            };
            /** @description `idempotency_in_progress` with Retry-After, or another conflict. */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: an earlier call used the key with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCrmWebhookDeliveries: {
        parameters: {
            query?: {
                /** @description How many items a page has. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description Only deliveries with this status. */
                status?: "pending" | "delivered" | "stopped" | "given_up";
            };
            header?: never;
            path: {
                /** @description The `id` of the webhook. */
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["HookDeliveryView"][];
                        /** @description Absent on the last page. */
                        nextCursor?: string;
                    };
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retryCrmWebhookDelivery: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, a call with the same key and body returns the first answer and does nothing else. Keys are per organisation and path. A rejected or failed call does not use up its key. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The `id` of the webhook. */
                webhookId: string;
                /** @description The `id` of the delivery. */
                deliveryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HookDeliveryView"];
                };
            };
            /** @description `idempotency_in_progress` with Retry-After, or another conflict. */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: an earlier call used the key with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    hideMessage: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, a call with the same key and body returns the first answer and does nothing else. Keys are per organisation and path. A rejected or failed call does not use up its key. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The `id` of the conversation. */
                conversationId: string;
                /** @description The `id` of the message. */
                messageId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageView"];
                };
            };
            /** @description `idempotency_in_progress` with Retry-After, or another conflict. */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: an earlier call used the key with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unhideMessage: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, a call with the same key and body returns the first answer and does nothing else. Keys are per organisation and path. A rejected or failed call does not use up its key. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The `id` of the conversation. */
                conversationId: string;
                /** @description The `id` of the message. */
                messageId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageView"];
                };
            };
            /** @description `idempotency_in_progress` with Retry-After, or another conflict. */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: an earlier call used the key with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    likeMessage: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, a call with the same key and body returns the first answer and does nothing else. Keys are per organisation and path. A rejected or failed call does not use up its key. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The `id` of the conversation. */
                conversationId: string;
                /** @description The `id` of the message. */
                messageId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageView"];
                };
            };
            /** @description `idempotency_in_progress` with Retry-After, or another conflict. */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: an earlier call used the key with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unlikeMessage: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, a call with the same key and body returns the first answer and does nothing else. Keys are per organisation and path. A rejected or failed call does not use up its key. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The `id` of the conversation. */
                conversationId: string;
                /** @description The `id` of the message. */
                messageId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageView"];
                };
            };
            /** @description `idempotency_in_progress` with Retry-After, or another conflict. */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: an earlier call used the key with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteMessage: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, a call with the same key and body returns the first answer and does nothing else. Keys are per organisation and path. A rejected or failed call does not use up its key. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The `id` of the conversation. */
                conversationId: string;
                /** @description The `id` of the message. */
                messageId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageView"];
                };
            };
            /** @description `idempotency_in_progress` with Retry-After, or another conflict. */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: an earlier call used the key with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reply: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, a call with the same key and body returns the first answer and does nothing else. Keys are per organisation and path. A rejected or failed call does not use up its key. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The `id` of the conversation. */
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplyDto"];
            };
        };
        responses: {
            202: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueuedReplyView"];
                };
            };
            /** @description `idempotency_in_progress` with Retry-After, or another conflict. */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: an earlier call used the key with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listReplies: {
        parameters: {
            query?: {
                /** @description How many items a page has. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description The `id` of the conversation. */
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["OutgoingView"][];
                        /** @description Absent on the last page. */
                        nextCursor?: string;
                    };
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReply: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `id` of the conversation. */
                conversationId: string;
                /** @description The `id` of the reply. */
                replyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutgoingView"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    checkReply: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, a call with the same key and body returns the first answer and does nothing else. Keys are per organisation and path. A rejected or failed call does not use up its key. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The `id` of the conversation. */
                conversationId: string;
                /** @description The `id` of the reply. */
                replyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutgoingView"];
                };
            };
            /** @description `idempotency_in_progress` with Retry-After, or another conflict. */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: an earlier call used the key with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retryReply: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, a call with the same key and body returns the first answer and does nothing else. Keys are per organisation and path. A rejected or failed call does not use up its key. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The `id` of the conversation. */
                conversationId: string;
                /** @description The `id` of the reply. */
                replyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueuedReplyView"];
                };
            };
            /** @description `idempotency_in_progress` with Retry-After, or another conflict. */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: an earlier call used the key with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDirect: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `id` of the conversation. */
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DirectView"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    uploadImage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `id` of the conversation. */
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "image/png": string;
                "image/jpeg": string;
            };
        };
        responses: {
            201: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageImageView"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showTyping: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `id` of the conversation. */
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description TikTok shows it to the person. No body. */
            204: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showSeen: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `id` of the conversation. */
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description TikTok shows it to the person. No body. */
            204: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSavedReplies: {
        parameters: {
            query?: {
                /** @description How many items a page has. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["SavedReplyView"][];
                        /** @description Absent on the last page. */
                        nextCursor?: string;
                    };
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createSavedReply: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, a call with the same key and body returns the first answer and does nothing else. Keys are per organisation and path. A rejected or failed call does not use up its key. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavedReplyDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedReplyView"];
                };
            };
            /** @description `idempotency_in_progress` with Retry-After, or another conflict. */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: an earlier call used the key with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSavedReply: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `id` of the saved reply. */
                savedReplyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedReplyView"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replaceSavedReply: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `id` of the saved reply. */
                savedReplyId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavedReplyDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedReplyView"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteSavedReply: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `id` of the saved reply. */
                savedReplyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedReplyView"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAdsAccounts: {
        parameters: {
            query?: {
                /** @description How many items a page has. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["AdsAccountView"][];
                        /** @description Absent on the last page. */
                        nextCursor?: string;
                    };
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAdsAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description TikTok’s advertiser id. */
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdsAccountDetailsView"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list: {
        parameters: {
            query?: {
                /** @description How many items a page has. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description Audiences of this ad account only. */
                accountId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["AudienceView"][];
                        /** @description Absent on the last page. */
                        nextCursor?: string;
                    };
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, a call with the same key and body returns the first answer and does nothing else. Keys are per organisation and path. A rejected or failed call does not use up its key. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAudienceDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AudienceView"];
                };
            };
            /** @description `idempotency_in_progress` with Retry-After, or another conflict. */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: an earlier call used the key with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `id` of the audience. */
                audienceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AudienceDetailsView"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `id` of the audience. */
                audienceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AudienceUploadView"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    apply: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, a call with the same key and body returns the first answer and does nothing else. Keys are per organisation and path. A rejected or failed call does not use up its key. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The `id` of the audience. */
                audienceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApplyAudienceDto"];
            };
        };
        responses: {
            202: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AudienceUploadView"];
                };
            };
            /** @description `idempotency_in_progress` with Retry-After, or another conflict. */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: an earlier call used the key with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    lookalike: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, a call with the same key and body returns the first answer and does nothing else. Keys are per organisation and path. A rejected or failed call does not use up its key. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The `id` of the audience. */
                audienceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LookalikeDto"];
            };
        };
        responses: {
            202: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AudienceView"];
                };
            };
            /** @description `idempotency_in_progress` with Retry-After, or another conflict. */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: an earlier call used the key with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    append: {
        parameters: {
            query?: {
                /** @description Answers the quality report, and sends nothing. */
                dryRun?: boolean;
                /** @description The column of email addresses. If you name one column, only those you name are read. */
                email?: string;
                /** @description The column of phone numbers. */
                phone?: string;
                /** @description The column of iOS device ids. */
                idfa?: string;
                /** @description The column of Android device ids. */
                gaid?: string;
                /** @description The column of device ids of either system. */
                maid?: string;
                /** @description The column of ISO 3166 codes for the phone numbers of each row. */
                country?: string;
                /** @description ISO 3166 code for phone numbers without a country, such as DE. */
                defaultCountry?: string;
                /** @description Whether the first line names the columns. */
                header?: boolean;
                /** @description What separates the columns. By default, the service finds out. */
                delimiter?: "comma" | "semicolon" | "tab";
                /** @description The format of the file. By default, it follows from the content type and the first line. */
                format?: "csv" | "ndjson";
            };
            header?: never;
            path: {
                /** @description The `id` of the audience. */
                audienceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/csv": string;
                "application/x-ndjson": string;
            };
        };
        responses: {
            202: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AudienceFileAnswer"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replace: {
        parameters: {
            query?: {
                /** @description Answers the quality report, and sends nothing. */
                dryRun?: boolean;
                /** @description The column of email addresses. If you name one column, only those you name are read. */
                email?: string;
                /** @description The column of phone numbers. */
                phone?: string;
                /** @description The column of iOS device ids. */
                idfa?: string;
                /** @description The column of Android device ids. */
                gaid?: string;
                /** @description The column of device ids of either system. */
                maid?: string;
                /** @description The column of ISO 3166 codes for the phone numbers of each row. */
                country?: string;
                /** @description ISO 3166 code for phone numbers without a country, such as DE. */
                defaultCountry?: string;
                /** @description Whether the first line names the columns. */
                header?: boolean;
                /** @description What separates the columns. By default, the service finds out. */
                delimiter?: "comma" | "semicolon" | "tab";
                /** @description The format of the file. By default, it follows from the content type and the first line. */
                format?: "csv" | "ndjson";
            };
            header?: never;
            path: {
                /** @description The `id` of the audience. */
                audienceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/csv": string;
                "application/x-ndjson": string;
            };
        };
        responses: {
            202: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AudienceFileAnswer"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    remove: {
        parameters: {
            query?: {
                /** @description Answers the quality report, and sends nothing. */
                dryRun?: boolean;
                /** @description The column of email addresses. If you name one column, only those you name are read. */
                email?: string;
                /** @description The column of phone numbers. */
                phone?: string;
                /** @description The column of iOS device ids. */
                idfa?: string;
                /** @description The column of Android device ids. */
                gaid?: string;
                /** @description The column of device ids of either system. */
                maid?: string;
                /** @description The column of ISO 3166 codes for the phone numbers of each row. */
                country?: string;
                /** @description ISO 3166 code for phone numbers without a country, such as DE. */
                defaultCountry?: string;
                /** @description Whether the first line names the columns. */
                header?: boolean;
                /** @description What separates the columns. By default, the service finds out. */
                delimiter?: "comma" | "semicolon" | "tab";
                /** @description The format of the file. By default, it follows from the content type and the first line. */
                format?: "csv" | "ndjson";
            };
            header?: never;
            path: {
                /** @description The `id` of the audience. */
                audienceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/csv": string;
                "application/x-ndjson": string;
            };
        };
        responses: {
            202: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AudienceFileAnswer"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    callTikTokAds: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AdsCallDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdsCallAnswer"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createVideo: {
        parameters: {
            query?: {
                /** @description The ad account, by TikTok's advertiser id. Media belong to one account. */
                accountId?: string;
                /** @description A name that your organisation sees. By default, the file gets a name of its own. */
                name?: string;
            };
            header?: {
                /** @description For 24 hours, a call with the same key and body returns the first answer and does nothing else. Keys are per organisation and path. A rejected or failed call does not use up its key. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** @description The ad account, by TikTok’s advertiser id. In a form it must come before the file. */
                    accountId?: string;
                    /** @description A name that your organisation sees. */
                    name?: string;
                    /** @description JSON only: an https address that TIKTOK_VERIFIED_URLS covers. */
                    url?: string;
                    /**
                     * Format: uuid
                     * @description JSON only: a publication whose file is still on this server, or was given by URL.
                     */
                    publicationId?: string;
                    /**
                     * Format: binary
                     * @description Form only: the bytes.
                     */
                    file?: string;
                };
                "application/json": {
                    /** @description The ad account, by TikTok’s advertiser id. In a form it must come before the file. */
                    accountId?: string;
                    /** @description A name that your organisation sees. */
                    name?: string;
                    /** @description JSON only: an https address that TIKTOK_VERIFIED_URLS covers. */
                    url?: string;
                    /**
                     * Format: uuid
                     * @description JSON only: a publication whose file is still on this server, or was given by URL.
                     */
                    publicationId?: string;
                    /**
                     * Format: binary
                     * @description Form only: the bytes.
                     */
                    file?: string;
                };
            };
        };
        responses: {
            202: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreativeView"];
                };
            };
            /** @description `idempotency_in_progress` with Retry-After, or another conflict. */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: an earlier call used the key with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createImage: {
        parameters: {
            query?: {
                /** @description The ad account, by TikTok's advertiser id. Media belong to one account. */
                accountId?: string;
                /** @description A name that your organisation sees. By default, the file gets a name of its own. */
                name?: string;
            };
            header?: {
                /** @description For 24 hours, a call with the same key and body returns the first answer and does nothing else. Keys are per organisation and path. A rejected or failed call does not use up its key. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** @description The ad account, by TikTok’s advertiser id. In a form it must come before the file. */
                    accountId?: string;
                    /** @description A name that your organisation sees. */
                    name?: string;
                    /** @description JSON only: an https address that TIKTOK_VERIFIED_URLS covers. */
                    url?: string;
                    /**
                     * Format: uuid
                     * @description JSON only: a publication whose file is still on this server, or was given by URL.
                     */
                    publicationId?: string;
                    /**
                     * Format: binary
                     * @description Form only: the bytes.
                     */
                    file?: string;
                };
                "application/json": {
                    /** @description The ad account, by TikTok’s advertiser id. In a form it must come before the file. */
                    accountId?: string;
                    /** @description A name that your organisation sees. */
                    name?: string;
                    /** @description JSON only: an https address that TIKTOK_VERIFIED_URLS covers. */
                    url?: string;
                    /**
                     * Format: uuid
                     * @description JSON only: a publication whose file is still on this server, or was given by URL.
                     */
                    publicationId?: string;
                    /**
                     * Format: binary
                     * @description Form only: the bytes.
                     */
                    file?: string;
                };
            };
        };
        responses: {
            202: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreativeView"];
                };
            };
            /** @description `idempotency_in_progress` with Retry-After, or another conflict. */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: an earlier call used the key with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCreatives: {
        parameters: {
            query?: {
                /** @description How many items a page has. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description Only creatives of this ad account. */
                accountId?: string;
                /** @description Only videos, or only images. */
                kind?: "video" | "image";
                /** @description Any of these statuses, as a comma-separated list. */
                status?: ("receiving" | "uploading" | "processing" | "ready" | "failed" | "unknown")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CreativeView"][];
                        /** @description Absent on the last page. */
                        nextCursor?: string;
                    };
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCreative: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `id` of the creative. */
                creativeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreativeView"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chooseCover: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `id` of the creative. */
                creativeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChooseCoverDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreativeView"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    uploadCreative: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, a call with the same key and body returns the first answer and does nothing else. Keys are per organisation and path. A rejected or failed call does not use up its key. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UploadCreativeDto"];
            };
        };
        responses: {
            202: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreativeView"];
                };
            };
            /** @description `idempotency_in_progress` with Retry-After, or another conflict. */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: an earlier call used the key with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    validateLaunch: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LaunchBodyDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckedLaunchView"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listIdentities: {
        parameters: {
            query: {
                /** @description The ad account, by TikTok's advertiser id. */
                accountId: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentitiesAnswer"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPixels: {
        parameters: {
            query: {
                /** @description The ad account, by TikTok's advertiser id. */
                accountId: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PixelsAnswer"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRegions: {
        parameters: {
            query: {
                /** @description The ad account, by TikTok's advertiser id. */
                accountId: string;
                /** @description TikTok's word. */
                objective?: string;
                /** @description TikTok's words, as a comma-separated list. */
                placements?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegionsAnswer"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listLanguages: {
        parameters: {
            query: {
                /** @description The ad account, by TikTok's advertiser id. */
                accountId: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LanguagesAnswer"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listInterests: {
        parameters: {
            query: {
                /** @description The ad account, by TikTok's advertiser id. */
                accountId: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InterestsAnswer"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listApps: {
        parameters: {
            query: {
                /** @description The ad account, by TikTok's advertiser id. */
                accountId: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppsAnswer"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCallsToAction: {
        parameters: {
            query: {
                /** @description The ad account, by TikTok's advertiser id. */
                accountId: string;
                /** @description What the ad leads to. TikTok recommends calls to action for it. */
                destination?: "LANDING_PAGE" | "APP_DOWNLOAD" | "MESSAGE" | "PHONE_CALL" | "OTHER";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallsToActionAnswer"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMusic: {
        parameters: {
            query: {
                /** @description The ad account, by TikTok's advertiser id. */
                accountId: string;
                /** @description A part of the name. Without it, TikTok's recommendations are listed. */
                text?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MusicAnswer"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAccountHealth: {
        parameters: {
            query?: {
                /** @description How many items a page has. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description Only this ad account. */
                accountId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["AccountHealthView"][];
                        /** @description Absent on the last page. */
                        nextCursor?: string;
                    };
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listHealthFindings: {
        parameters: {
            query?: {
                /** @description How many items a page has. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description Only this ad account. */
                accountId?: string;
                /** @description Only findings of this kind. */
                topic?: "account" | "balance" | "rejected" | "not_serving" | "spark_post" | "audience";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["HealthFindingView"][];
                        /** @description Absent on the last page. */
                        nextCursor?: string;
                    };
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listLaunches: {
        parameters: {
            query?: {
                /** @description How many items a page has. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description Only launches in this ad account. */
                accountId?: string;
                /** @description Only launches with this status. */
                status?: "planned" | "awaiting_approval" | "uploading" | "creating" | "in_review" | "enabling" | "live" | "partly_live" | "ready" | "failed" | "cancelled";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["LaunchSummaryView"][];
                        /** @description Absent on the last page. */
                        nextCursor?: string;
                    };
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createLaunch: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, a call with the same key and body returns the first answer and does nothing else. Keys are per organisation and path. A rejected or failed call does not use up its key. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LaunchBodyDto"];
            };
        };
        responses: {
            /** @description With `dryRun`. */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DryRunView"];
                };
            };
            202: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LaunchView"];
                };
            };
            /** @description `idempotency_in_progress` with Retry-After, or another conflict. */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: an earlier call used the key with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    launchCampaign: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, a call with the same key and body returns the first answer and does nothing else. Keys are per organisation and path. A rejected or failed call does not use up its key. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LaunchBodyDto"];
            };
        };
        responses: {
            /** @description With `dryRun`. */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DryRunView"];
                };
            };
            202: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LaunchView"];
                };
            };
            /** @description `idempotency_in_progress` with Retry-After, or another conflict. */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: an earlier call used the key with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLaunch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `launchId` of the launch. */
                launchId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LaunchView"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    approveLaunch: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, a call with the same key and body returns the first answer and does nothing else. Keys are per organisation and path. A rejected or failed call does not use up its key. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The `launchId` of the launch. */
                launchId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LaunchView"];
                };
            };
            /** @description `idempotency_in_progress` with Retry-After, or another conflict. */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: an earlier call used the key with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resumeLaunch: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, a call with the same key and body returns the first answer and does nothing else. Keys are per organisation and path. A rejected or failed call does not use up its key. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The `launchId` of the launch. */
                launchId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LaunchView"];
                };
            };
            /** @description `idempotency_in_progress` with Retry-After, or another conflict. */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: an earlier call used the key with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelLaunch: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, a call with the same key and body returns the first answer and does nothing else. Keys are per organisation and path. A rejected or failed call does not use up its key. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The `launchId` of the launch. */
                launchId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LaunchView"];
                };
            };
            /** @description `idempotency_in_progress` with Retry-After, or another conflict. */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: an earlier call used the key with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    streamLaunch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `launchId` of the launch. */
                launchId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyView"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PolicyDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyView"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAdMetrics: {
        parameters: {
            query: {
                /** @description The ad account: TikTok's advertiser id, as text. */
                accountId: string;
                /** @description What a row stands for. */
                level?: "account" | "campaign" | "ad_group" | "ad";
                /** @description Only these objects of the level, up to 1,000. In a query, a comma-separated list works too. */
                ids?: string[];
                /** @description Only ad groups or ads of these campaigns, up to 100. */
                campaignIds?: string[];
                /** @description The first day, in the account's time zone. */
                from: string;
                /** @description The last day, included. */
                to: string;
                /** @description TikTok's names of metrics, up to 50. In a query, a comma-separated list works too. */
                metrics?: string[];
                /** @description What each figure is split by. */
                breakdown?: "none" | "country" | "age" | "gender" | "language" | "platform" | "placement" | "connection" | "interest" | "contextual_tag" | "region" | "dma";
                /** @description One row for the whole range, or one for each day or hour. Unique counts such as reach cannot be added up: use `total` for the reach of several days. */
                step?: "total" | "day" | "hour";
                /** @description `live` asks TikTok. `stored` answers from the last sync: each day, without a breakdown. */
                source?: "live" | "stored";
                /** @description The most rows of a page. The next pages keep the limit of the first. CSV has no pages. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /** @description With CSV: the codes of the warnings that the first page has in JSON. */
                    "report-warnings"?: string;
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MetricsPage"];
                    "text/csv": string;
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAdMetricsViaProvider: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MetricsQuery"];
            };
        };
        responses: {
            200: {
                headers: {
                    /** @description With CSV: the codes of the warnings that the first page has in JSON. */
                    "report-warnings"?: string;
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MetricsPage"];
                    "text/csv": string;
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    syncAdMetrics: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, a call with the same key and body returns the first answer and does nothing else. Keys are per organisation and path. A rejected or failed call does not use up its key. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MetricsSyncDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MetricsSyncAnswer"];
                };
            };
            /** @description `idempotency_in_progress` with Retry-After, or another conflict. */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: an earlier call used the key with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    compareAdMetrics: {
        parameters: {
            query: {
                /** @description The ad account: TikTok's advertiser id, as text. */
                accountId: string;
                /** @description The first day, in the account's time zone. */
                from: string;
                /** @description The last day, included. At most 92 days. */
                to: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReconciliationView"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSparkPosts: {
        parameters: {
            query: {
                /** @description How many items a page has. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description The ad account, by TikTok's advertiser id. */
                accountId: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["SparkPostView"][];
                        /** @description Absent on the last page. */
                        nextCursor?: string;
                    };
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    authorizePost: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, a call with the same key and body returns the first answer and does nothing else. Keys are per organisation and path. A rejected or failed call does not use up its key. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AuthorizePostDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SparkPostView"];
                };
            };
            /** @description `idempotency_in_progress` with Retry-After, or another conflict. */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: an earlier call used the key with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOwnPosts: {
        parameters: {
            query: {
                /** @description The ad account, by TikTok's advertiser id. */
                accountId: string;
                /** @description Only posts of this identity. By default, those of all connected accounts that are identities of the ad account. */
                identityId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnPostsAnswer"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unbindPost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `id` of the authorised post. */
                sparkPostId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SparkPostView"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setStatus: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, a call with the same key and body returns the first answer and does nothing else. Keys are per organisation and path. A rejected or failed call does not use up its key. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StatusDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatusAnswer"];
                };
            };
            /** @description `idempotency_in_progress` with Retry-After, or another conflict. */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: an earlier call used the key with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pauseCampaign: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, a call with the same key and body returns the first answer and does nothing else. Keys are per organisation and path. A rejected or failed call does not use up its key. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PauseCampaignDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatusAnswer"];
                };
            };
            /** @description `idempotency_in_progress` with Retry-After, or another conflict. */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: an earlier call used the key with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCampaigns: {
        parameters: {
            query: {
                /** @description How many items a page has. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description An ad account of GET /api/ads/accounts. */
                accountId: string;
                /** @description Any of these statuses; several with commas. Without it, the list leaves out deleted objects. */
                status?: ("ENABLE" | "DISABLE" | "DELETE")[];
                /** @description A part of the name. */
                text?: string;
                /** @description Only what belongs to this campaign. */
                campaignId?: string;
                /** @description Only what belongs to this ad group. */
                adGroupId?: string;
                /** @description If true, the service reads the list from TikTok first. Otherwise it answers with its copy; `asOf` is its age. */
                live?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["AdObjectView"][];
                        /** @description Absent on the last page. */
                        nextCursor?: string;
                    };
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createCampaign: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, a call with the same key and body returns the first answer and does nothing else. Keys are per organisation and path. A rejected or failed call does not use up its key. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCampaignDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenObjectView"];
                };
            };
            /** @description `idempotency_in_progress` with Retry-After, or another conflict. */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: an earlier call used the key with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCampaign: {
        parameters: {
            query: {
                /** @description An ad account of GET /api/ads/accounts. */
                accountId: string;
            };
            header?: never;
            path: {
                /** @description The id of the object, as its list shows it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewedObjectView"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeCampaign: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, a call with the same key and body returns the first answer and does nothing else. Keys are per organisation and path. A rejected or failed call does not use up its key. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The id of the object, as its list shows it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatchCampaignDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenObjectView"];
                };
            };
            /** @description `idempotency_in_progress` with Retry-After, or another conflict. */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: an earlier call used the key with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAdGroups: {
        parameters: {
            query: {
                /** @description How many items a page has. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description An ad account of GET /api/ads/accounts. */
                accountId: string;
                /** @description Any of these statuses; several with commas. Without it, the list leaves out deleted objects. */
                status?: ("ENABLE" | "DISABLE" | "DELETE")[];
                /** @description A part of the name. */
                text?: string;
                /** @description Only what belongs to this campaign. */
                campaignId?: string;
                /** @description Only what belongs to this ad group. */
                adGroupId?: string;
                /** @description If true, the service reads the list from TikTok first. Otherwise it answers with its copy; `asOf` is its age. */
                live?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["AdObjectView"][];
                        /** @description Absent on the last page. */
                        nextCursor?: string;
                    };
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createAdGroup: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, a call with the same key and body returns the first answer and does nothing else. Keys are per organisation and path. A rejected or failed call does not use up its key. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAdGroupDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenObjectView"];
                };
            };
            /** @description `idempotency_in_progress` with Retry-After, or another conflict. */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: an earlier call used the key with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAdGroup: {
        parameters: {
            query: {
                /** @description An ad account of GET /api/ads/accounts. */
                accountId: string;
            };
            header?: never;
            path: {
                /** @description The id of the object, as its list shows it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewedObjectView"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeAdGroup: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, a call with the same key and body returns the first answer and does nothing else. Keys are per organisation and path. A rejected or failed call does not use up its key. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The id of the object, as its list shows it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatchAdGroupDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenObjectView"];
                };
            };
            /** @description `idempotency_in_progress` with Retry-After, or another conflict. */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: an earlier call used the key with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAds: {
        parameters: {
            query: {
                /** @description How many items a page has. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description An ad account of GET /api/ads/accounts. */
                accountId: string;
                /** @description Any of these statuses; several with commas. Without it, the list leaves out deleted objects. */
                status?: ("ENABLE" | "DISABLE" | "DELETE")[];
                /** @description A part of the name. */
                text?: string;
                /** @description Only what belongs to this campaign. */
                campaignId?: string;
                /** @description Only what belongs to this ad group. */
                adGroupId?: string;
                /** @description If true, the service reads the list from TikTok first. Otherwise it answers with its copy; `asOf` is its age. */
                live?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["AdObjectView"][];
                        /** @description Absent on the last page. */
                        nextCursor?: string;
                    };
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createAd: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, a call with the same key and body returns the first answer and does nothing else. Keys are per organisation and path. A rejected or failed call does not use up its key. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAdDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenObjectView"];
                };
            };
            /** @description `idempotency_in_progress` with Retry-After, or another conflict. */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: an earlier call used the key with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAd: {
        parameters: {
            query: {
                /** @description An ad account of GET /api/ads/accounts. */
                accountId: string;
            };
            header?: never;
            path: {
                /** @description The id of the object, as its list shows it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewedObjectView"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeAd: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, a call with the same key and body returns the first answer and does nothing else. Keys are per organisation and path. A rejected or failed call does not use up its key. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The id of the object, as its list shows it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatchAdDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenObjectView"];
                };
            };
            /** @description `idempotency_in_progress` with Retry-After, or another conflict. */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: an earlier call used the key with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listChanges: {
        parameters: {
            query?: {
                /** @description How many items a page has. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description Only changes in this ad account. */
                accountId?: string;
                /** @description Only changes of this campaign, ad group or ad. */
                objectId?: string;
                /** @description Only changes of this launch. */
                launchId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ChangeView"][];
                        /** @description Absent on the last page. */
                        nextCursor?: string;
                    };
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getChange: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the object, as its list shows it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeView"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pull: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, a call with the same key and body returns the first answer and does nothing else. Keys are per organisation and path. A rejected or failed call does not use up its key. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KillSwitchDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KillSwitchAnswer"];
                };
            };
            /** @description `idempotency_in_progress` with Retry-After, or another conflict. */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: an earlier call used the key with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createCampaignViaProvider: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, a call with the same key and body returns the first answer and does nothing else. Keys are per organisation and path. A rejected or failed call does not use up its key. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCampaignDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenObjectView"];
                };
            };
            /** @description `idempotency_in_progress` with Retry-After, or another conflict. */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: an earlier call used the key with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createAdGroupViaProvider: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, a call with the same key and body returns the first answer and does nothing else. Keys are per organisation and path. A rejected or failed call does not use up its key. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAdGroupDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenObjectView"];
                };
            };
            /** @description `idempotency_in_progress` with Retry-After, or another conflict. */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: an earlier call used the key with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listVideos: {
        parameters: {
            query?: {
                /** @description How many items a page has. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description Only videos of this account. */
                integrationId?: string;
                /** @description Only videos of this time or later: a day of UTC, or a time with its zone. */
                publishedFrom?: string;
                /** @description Only videos before this time, or up to this day of UTC, which is included. */
                publishedTo?: string;
                /** @description A part of the caption. Upper and lower case are the same; `%` and `_` are ordinary characters. */
                text?: string;
                /** @description If true, the list includes videos that are deleted or no longer public on TikTok. */
                includeGone?: boolean;
                /** @description `growth` is the number of views gained in the last `growthDays` days. Videos without the value come last. */
                sort?: "publishedAt" | "views" | "likes" | "comments" | "shares" | "growth";
                /** @description `desc`: the newest or the highest first. */
                order?: "desc" | "asc";
                /** @description The days of `sort=growth`, up to now. By default, 7. */
                growthDays?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["SocialVideoView"][];
                        /** @description Absent on the last page. */
                        nextCursor?: string;
                    };
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getVideo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description TikTok's id of the video. */
                videoId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VideoDetailsView"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getVideoHistory: {
        parameters: {
            query?: {
                /** @description The first day, or a time with its zone. Days are those of UTC. */
                from?: string;
                /** @description The last day, which is included, or a time, which is not. By default, now. */
                to?: string;
                /** @description The length of a step. By default, the finest one that the readings allow at the end of the range. Weeks start on Monday. */
                step?: "hour" | "day" | "week";
                /** @description Which readings to show. */
                source?: "display_api" | "business_api";
            };
            header?: never;
            path: {
                /** @description TikTok's id of the video. */
                videoId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HistoryView"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getFiguresSummary: {
        parameters: {
            query?: {
                /** @description The first day, or a time with its zone. Days are those of UTC. */
                from?: string;
                /** @description The last day, which is included, or a time, which is not. By default, now. */
                to?: string;
                /** @description The length of a step. Weeks start on Monday. */
                step?: "day" | "week";
                /** @description Only this account. */
                integrationId?: string;
                /** @description If false, `accounts` is empty. Use it with very many accounts. */
                perAccount?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SummaryView"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getProfileHistory: {
        parameters: {
            query: {
                /** @description The first day, or a time with its zone. Days are those of UTC. */
                from?: string;
                /** @description The last day, which is included, or a time, which is not. By default, now. */
                to?: string;
                /** @description The account. */
                integrationId: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProfileHistoryView"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSyncPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SyncPolicyView"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setSyncPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["SyncPolicyDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SyncPolicyView"];
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSyncSchedules: {
        parameters: {
            query?: {
                /** @description How many items a page has. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description Only schedules of this integration. */
                integrationId?: string;
                /** @description Only schedules of this kind. */
                syncType?: "profile" | "videos" | "comments" | "messages" | "ads" | "ad_comments";
                /** @description Only schedules in this state. */
                state?: "running" | "not_allowed" | "failing" | "due" | "planned" | "resting";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ScheduleView"][];
                        /** @description Absent on the last page. */
                        nextCursor?: string;
                    };
                };
            };
            /** @description `too_many_requests`: the caller has exceeded a rate limit. */
            429: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service rejected the request. The problem has the reason and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service or a dependency failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
