//! The description of the interface, OpenAPI 3.1: made of the types that are answered with, the tables there are and the
//! parameters that are read.

use std::sync::LazyLock;

use festoon_guide::search::LONGEST_QUERY;
use utoipa::ToSchema;
use utoipa::openapi::path::{
    HttpMethod, Operation, OperationBuilder, Parameter as Described, ParameterBuilder,
};
use utoipa::openapi::path::{ParameterIn, PathItem};
use utoipa::openapi::schema::{
    ArrayBuilder, ComponentsBuilder, KnownFormat, ObjectBuilder, SchemaFormat, Type,
};
use utoipa::openapi::{
    Content, Info, License, OpenApi, OpenApiBuilder, PathsBuilder, Ref, RefOr, Required, Response,
    ResponseBuilder, Schema,
};

use super::asked::{DEFAULT_LIMIT, MOST_LIMIT, Parameter};
use super::envelope::{JSON, List, One, Weeks};
use super::refusal::{PROBLEM, Problem};
use super::search::Found;
use super::shapes::{
    ActivityRecord, FigureRecord, HostRecord, OccurrenceRecord, PartRecord, PersonRecord, RoomRecord,
    SessionRecord, VenueRecord, WeekRecord,
};
use super::table::Table;

/// The description, which never changes while the program runs.
pub(super) static DESCRIPTION: LazyLock<OpenApi> = LazyLock::new(describe);

const ABOUT: &str = "Everything public of a city's innovation week, read-only. Every text stands in Chinese and English, null where it \
    is missing; times are RFC 3339 with the offset of the week's zone. Answers name the release they are of and carry an ETag. \
    / 创新周全部公开内容的只读接口。文本均为中英双语，缺的一种为 null；时间为 RFC 3339，带本届时区偏移。每个答复注明所属发布版并带 ETag。";
const WEEK: &str = "The week, by its slug; `current` is the current one. / 某一届的名称，current 为本届";

type Schemas = Vec<(String, RefOr<Schema>)>;

fn describe() -> OpenApi {
    let mut schemas = Schemas::new();
    let mut paths = PathsBuilder::new();
    let mut add = |path: &str, operation: Operation| {
        let item = PathItem::new(HttpMethod::Get, operation);
        paths = std::mem::take(&mut paths).path(format!("{}{path}", festoon_guide::url::API), item);
    };

    let weeks = operation("weeks", "All published weeks. / 已发布的各届", &[]);
    let name = shape::<Weeks<'static>>(&mut schemas);
    add("/weeks", answered(weeks, &name, &mut schemas));
    let week = operation("week", "One week: days, counts, links. / 某一届：各日、条数、网址", &["week"]);
    let name = shell::<One<'static, WeekRecord<'static>>, WeekRecord<'static>>("item", &mut schemas);
    add("/weeks/{week}", answered(week, &name, &mut schemas));
    let search = operation("search", "What matches some words. / 搜索", &["week"]);
    let search = with_parameters(search, Parameter::SEARCH);
    let name = shell::<List<'static, Found<'static>>, Found<'static>>("items", &mut schemas);
    add("/weeks/{week}/search", answered(search, &name, &mut schemas));
    for table in Table::ALL {
        let (word, zh) = (table.word(), table.called_zh());
        let (many, single) = shapes_of(table, &mut schemas);
        let list = operation(word, &format!("A page of the {word}. / {zh}，分页"), &["week"]);
        let list = with_parameters(list, parameters_of(table));
        add(&format!("/weeks/{{week}}/{word}"), answered(list, &many, &mut schemas));
        let one =
            operation(&format!("{word}-one"), &format!("One of the {word}. / {zh}，单条"), &["week", "key"]);
        add(&format!("/weeks/{{week}}/{word}/{{key}}"), answered(one, &single, &mut schemas));
    }

    let mut info = Info::new("Festoon", "1");
    info.description = Some(ABOUT.to_owned());
    info.license = Some(License::new("Apache-2.0 OR MIT"));
    let components = ComponentsBuilder::new().schemas_from_iter(schemas).build();
    OpenApiBuilder::new().info(info).paths(paths.build()).components(Some(components)).build()
}

/// Which parameters a table's address has.
pub(super) const fn parameters_of(table: Table) -> &'static [Parameter] {
    match table {
        Table::Occurrences => Parameter::OCCURRENCES,
        _ => Parameter::PAGING,
    }
}

fn operation(id: &str, summary: &str, in_path: &[&str]) -> OperationBuilder {
    let mut operation = OperationBuilder::new().operation_id(Some(id)).summary(Some(summary));
    for &name in in_path {
        let description = if name == "week" { WEEK } else { "The record's key. / 记录的键" };
        operation = operation.parameter(parameter(name, ParameterIn::Path, description, text().into()));
    }
    operation
}

fn with_parameters(operation: OperationBuilder, known: &[Parameter]) -> OperationBuilder {
    let described =
        known.iter().map(|&one| parameter(one.name(), ParameterIn::Query, one.description(), form(one)));
    described.fold(operation, OperationBuilder::parameter)
}

fn parameter(name: &str, place: ParameterIn, description: &str, form: Schema) -> Described {
    let is_required = place == ParameterIn::Path || name == Parameter::Words.name();
    ParameterBuilder::new()
        .name(name)
        .parameter_in(place)
        .required(if is_required { Required::True } else { Required::False })
        .description(Some(description))
        .schema(Some(form))
        .build()
}

fn text() -> ObjectBuilder {
    ObjectBuilder::new().schema_type(Type::String).min_length(Some(1))
}

fn form(parameter: Parameter) -> Schema {
    let known = |format| text().format(Some(SchemaFormat::KnownFormat(format)));
    match parameter {
        Parameter::Limit => ObjectBuilder::new()
            .schema_type(Type::Integer)
            .minimum(Some(1))
            .maximum(Some(MOST_LIMIT))
            .default(Some(DEFAULT_LIMIT.into())),
        Parameter::Day => known(KnownFormat::Date),
        Parameter::From | Parameter::To => known(KnownFormat::DateTime),
        Parameter::Words => text().max_length(Some(LONGEST_QUERY)),
        Parameter::Lang => text().enum_values(Some(["zh", "en"])),
        Parameter::After | Parameter::Venue | Parameter::Activity | Parameter::Person => text(),
    }
    .into()
}

/// A shape under its name, with everything it is made of.
fn shape<T: ToSchema>(schemas: &mut Schemas) -> String {
    schemas.push((T::name().into(), T::schema()));
    T::schemas(schemas);
    T::name().into()
}

/// What stands round every answer, round one record or a list of them. The name of a generic type does not tell what it is of, so
/// each gets one of its own, and its records are referred to.
fn shell<Shell: ToSchema, T: ToSchema>(property: &str, schemas: &mut Schemas) -> String {
    let record = Ref::from_schema_name(shape::<T>(schemas));
    let name = format!("{}{}", T::name(), Shell::name());
    let mut schema = Shell::schema();
    let RefOr::T(Schema::Object(object)) = &mut schema else {
        panic!("what stands round an answer is an object")
    };
    let inside = match property {
        "items" => ArrayBuilder::new().items(record).build().into(),
        _ => record.into(),
    };
    object.properties.insert(property.to_owned(), inside);
    Shell::schemas(schemas);
    schemas.push((name.clone(), schema));
    name
}

/// What is answered when all is well, and what when not.
fn answered(operation: OperationBuilder, name: &str, schemas: &mut Schemas) -> Operation {
    let problem_name = shape::<Problem>(schemas);
    let well = response("What was asked for. / 所请求的内容", JSON, name);
    let problem = |what| response(what, PROBLEM, &problem_name);
    operation
        .response("200", well)
        .response("304", Response::new("The asker has it already. / 内容未变"))
        .response("400", problem("A parameter is wrong. / 参数有误"))
        .response("404", problem("There is no such week or record. / 没有这一届或这条记录"))
        .response("503", problem("The week has no release yet. / 尚未发布"))
        .build()
}

fn response(what: &str, media_type: &str, schema: &str) -> Response {
    let content = Content::new(Some(RefOr::<Schema>::Ref(Ref::from_schema_name(schema))));
    ResponseBuilder::new().description(what).content(media_type, content).build()
}

/// The shapes of a table: a page of it, and one record.
fn shapes_of(table: Table, schemas: &mut Schemas) -> (String, String) {
    macro_rules! both {
        ($record:ident) => {
            (
                shell::<List<'static, $record<'static>>, $record<'static>>("items", schemas),
                shell::<One<'static, $record<'static>>, $record<'static>>("item", schemas),
            )
        };
    }
    match table {
        Table::Activities => both!(ActivityRecord),
        Table::Parts => both!(PartRecord),
        Table::Sessions => both!(SessionRecord),
        Table::Occurrences => both!(OccurrenceRecord),
        Table::People => both!(PersonRecord),
        Table::Venues => both!(VenueRecord),
        Table::Rooms => both!(RoomRecord),
        Table::Hosts => both!(HostRecord),
        Table::Figures => both!(FigureRecord),
    }
}
