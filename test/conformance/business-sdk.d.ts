// The official SDK ships no types; these are of what the suite uses.
declare module 'tiktok-business-api-sdk-official' {
  export class InlineResponse200 {
    /** The SDK takes it away when it is 0 and raises an error when it is not. */
    code?: number;
    message?: string;
    request_id?: string;
    data?: unknown;
  }

  export type Callback = (error: Error | null, data: InlineResponse200 | null) => void;

  type Values = Record<string, unknown>;

  export class ApiClient {
    static instance: ApiClient;
    basePath: string;
    callApi(
      path: string,
      method: string,
      pathParams: Values,
      query: Values,
      headers: Values,
      form: Values,
      body: unknown,
      authNames: string[],
      contentTypes: string[],
      accepts: string[],
      returnType: unknown,
      callback: Callback,
    ): void;
  }

  type Operation = (...args: never[]) => void;

  interface Model {
    constructFromObject(data: Values): object;
  }

  export const AdgroupCreateBody: Model;
  export const AdgroupStatusUpdateBody: Model;
  export const AdgroupUpdateBody: Model;
  export const AdCreateBody: Model;
  export const AdStatusUpdateBody: Model;
  export const AdUpdateBody: Model;
  export const CampaignCreateBody: Model;
  export const CampaignStatusUpdateBody: Model;
  export const CampaignUpdateBody: Model;
  export const CustomAudienceApplyBody: Model;
  export const CustomAudienceCreateBody: Model;
  export const CustomAudienceDeleteBody: Model;
  export const CustomAudienceShareBody: Model;
  export const CustomAudienceUpdateBody: Model;
  export const CommentDeleteBody: Model;
  export const CommentPostBody: Model;
  export const FilteringAdGet: Model;
  export const FilteringAdvertiserBalanceGet: Model;
  export const FilteringCampaignGet: Model;
  export const FilteringSmartPlusAdGet: Model;
  export const FilteringSmartPlusCampaignGet: Model;
  export const FilteringSmartPlusMaterialReportOverview: Model;
  export const ExtraInfoSettingSmartPlusAdReviewInfo: Model;
  export const FilteringVideoAdSearch: Model;
  export const IdentityCreateBody: Model;
  export const LookalikeCreateBody: Model;
  export const LookalikeUpdateBody: Model;
  export const Oauth2AccessTokenBody: Model;
  export const ReportTaskCreateBody: Model;
  export const ShareCancelBody: Model;
  export const SmartPlusAdAppealBody: Model;
  export const SmartPlusAdCreateBody: Model;
  export const SmartPlusAdgroupCreateBody: Model;
  export const SmartPlusAdgroupCreateBodyTargetingSpec: Model;
  export const SmartPlusAdgroupStatusUpdateBody: Model;
  export const SmartPlusAdgroupUpdateBody: Model;
  export const SmartPlusAdMaterialStatusUpdateBody: Model;
  export const SmartPlusAdStatusUpdateBody: Model;
  export const SmartPlusAdUpdateBody: Model;
  export const SmartPlusCampaignCreateBody: Model;
  export const SmartPlusCampaignStatusUpdateBody: Model;
  export const SmartPlusCampaignUpdateBody: Model;
  export const StatusUpdateBody: Model;
  export const TaskCancelBody: Model;

  type Api = new () => Record<string, Operation>;
  export const APPManagementApi: Api;
  export const AccountManagementApi: Api;
  export const AdApi: Api;
  export const AdgroupApi: Api;
  export const AudienceApi: Api;
  export const AuthenticationApi: Api;
  export const AutomatedRulesApi: Api;
  export const BCApi: Api;
  export const CampaignCreationApi: Api;
  export const CommentsApi: Api;
  export const CreativeManagementApi: Api;
  export const FileApi: Api;
  export const IdentityApi: Api;
  export const MeasurementApi: Api;
  export const ReportingApi: Api;
  export const ToolApi: Api;
}
