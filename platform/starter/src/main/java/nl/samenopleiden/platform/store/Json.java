package nl.samenopleiden.platform.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDateTime;
import org.bson.BsonDecimal128;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.types.Decimal128;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.POJONode;
import tools.jackson.databind.ser.std.StdSerializer;

/** Turns records into documents of the database and back; instants become BSON dates. */
final class Json {

  private static final JsonMapper DOCUMENTS =
      JsonMapper.builder()
          .addModule(new SimpleModule().addSerializer(Instant.class, new InstantAsObject()))
          .changeDefaultPropertyInclusion(
              inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private Json() {}

  static BsonDocument toBson(Object value) {
    return (BsonDocument) bson(DOCUMENTS.valueToTree(value));
  }

  static <S> S fromBson(BsonDocument document, Class<S> type) {
    return DOCUMENTS.treeToValue(node(document), type);
  }

  private static BsonValue bson(JsonNode node) {
    if (node.isObject()) {
      BsonDocument document = new BsonDocument();
      node.properties().forEach(each -> document.append(each.getKey(), bson(each.getValue())));
      return document;
    }
    if (node.isArray()) {
      BsonArray array = new BsonArray();
      node.values().forEach(each -> array.add(bson(each)));
      return array;
    }
    if (node.isString()) {
      return new BsonString(node.stringValue());
    }
    if (node.isBoolean()) {
      return BsonBoolean.valueOf(node.booleanValue());
    }
    if (node.isInt()) {
      return new BsonInt32(node.intValue());
    }
    if (node.isIntegralNumber()) {
      return new BsonInt64(node.longValue());
    }
    if (node.isBigDecimal()) {
      return new BsonDecimal128(new Decimal128(node.decimalValue()));
    }
    if (node.isNumber()) {
      return new BsonDouble(node.doubleValue());
    }
    if (node instanceof POJONode pojo && pojo.getPojo() instanceof Instant instant) {
      return new BsonDateTime(instant.toEpochMilli());
    }
    return BsonNull.VALUE;
  }

  private static JsonNode node(BsonValue value) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    return switch (value) {
      case BsonDocument document -> {
        ObjectNode object = nodes.objectNode();
        document.forEach((key, each) -> object.set(key, node(each)));
        yield object;
      }
      case BsonArray array -> {
        ArrayNode list = nodes.arrayNode();
        array.forEach(each -> list.add(node(each)));
        yield list;
      }
      case BsonString text -> nodes.stringNode(text.getValue());
      case BsonBoolean truth -> nodes.booleanNode(truth.getValue());
      case BsonInt32 number -> nodes.numberNode(number.getValue());
      case BsonInt64 number -> nodes.numberNode(number.getValue());
      case BsonDouble number -> nodes.numberNode(number.getValue());
      case BsonDecimal128 number -> nodes.numberNode(number.getValue().bigDecimalValue());
      case BsonDateTime time -> nodes.stringNode(Instant.ofEpochMilli(time.getValue()).toString());
      default -> nodes.nullNode();
    };
  }

  private static final class InstantAsObject extends StdSerializer<Instant> {
    InstantAsObject() {
      super(Instant.class);
    }

    @Override
    public void serialize(Instant instant, JsonGenerator generator, SerializationContext context) {
      generator.writeEmbeddedObject(instant);
    }
  }
}
